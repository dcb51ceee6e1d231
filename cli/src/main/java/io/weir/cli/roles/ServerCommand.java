package io.weir.cli.roles;

import io.weir.admin.AdminConfig;
import io.weir.admin.AdminServer;
import io.weir.admin.access.ProviderUnavailableException;
import io.weir.admin.http.UnknownAddressException;
import io.weir.admin.store.StoreException;
import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.LogFile;
import io.weir.engine.evaluate.Decoders;
import io.weir.engine.registry.RegistryAddress;
import io.weir.engine.registry.SchemaRegistry;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** `weir server`. */
@Command(name = "server", description = "Run the admin server, until Ctrl-C.")
public final class ServerCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8180",
            description = "0: any free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "As the engine's: of timestamps of retained events that name none. Default: ${DEFAULT-VALUE}")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "As the engine's: where the schemas of retained Avro events are")
    private @Nullable String registry;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = {
                "Where to listen. Default: ${DEFAULT-VALUE}, this machine alone.",
                "It speaks HTTP: for others, put it behind a proxy with TLS, or keys go over the network in clear"
            })
    private String host = "127.0.0.1";

    @Mixin
    private OidcOptions oidc = new OidcOptions();

    ServerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        int free = Ports.free("--port", port);
        try (StopSignal stop = new StopSignal();
                AdminServer server = start(free)) {
            console.say("the admin server listens at " + server.uri() + ", log: " + LogFile.path());
            greetFirstAdmin(server);
            while (!stop.await(TimeUnit.HOURS.toMillis(1))) {
                continue;
            }
        }
        return ExitCode.GOOD;
    }

    private Decoders decoders() {
        Decoders decoders = Decoders.in(zone);
        return registry == null
                ? decoders
                : decoders.withWriters(new SchemaRegistry(registry, RegistryAddress.NONE.deadline()));
    }

    private void greetFirstAdmin(AdminServer server) {
        String key = server.oneTimeKey();
        if (key != null) {
            console.say("");
            console.say(
                    "nobody has a key yet. This one is an admin's until there is another admin's, and until the server ends:");
            console.out().println(key);
            console.say("");
            console.say("  weir login " + server.uri() + "                  # then paste it");
            console.say("  weir keys create \"your name\" --role admin        # a key that stays");
            console.say("");
        }
    }

    private AdminServer start(int free) {
        Map<String, String> client = new HashMap<>(kafka.properties);
        client.put("bootstrap.servers", kafka.bootstrap);
        AdminConfig defaults = AdminConfig.of(kafka.bootstrap);
        try {
            return AdminServer.start(
                    defaults.withKafka(client).withHost(host).withPort(free).withOidc(oidc.config()),
                    new BackfillRuns(client, defaults.topics(), decoders()));
        } catch (ProviderUnavailableException | UnknownAddressException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            throw CommandFailure.server("cannot use the Kafka at " + kafka.bootstrap + ": " + e.getMessage());
        }
    }
}
