package io.weir.cli.roles;

import io.weir.admin.AdminConfig;
import io.weir.admin.AdminServer;
import io.weir.admin.store.StoreException;
import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.LogFile;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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

    ServerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        int free = Ports.free("--port", port);
        try (StopSignal stop = new StopSignal();
                AdminServer server = start(free)) {
            console.say("the admin server listens at " + server.uri() + ", log: " + LogFile.path());
            while (!stop.await(TimeUnit.HOURS.toMillis(1))) {
                continue;
            }
        }
        return ExitCode.GOOD;
    }

    private AdminServer start(int free) {
        Map<String, String> client = new HashMap<>(kafka.properties);
        client.put("bootstrap.servers", kafka.bootstrap);
        AdminConfig defaults = AdminConfig.of(kafka.bootstrap);
        try {
            return AdminServer.start(
                    new AdminConfig(client, defaults.topics(), defaults.host(), free, defaults.patience()));
        } catch (StoreException e) {
            throw CommandFailure.server("cannot use the Kafka at " + kafka.bootstrap + ": " + e.getMessage());
        }
    }
}
