package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.ShortDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** `weir keys`: lists the keys of the admin API; gives one out, exchanges its secret, revokes it. */
@Command(
        name = "keys",
        description = "List the keys of the admin API; give one out, exchange its secret, or revoke it.",
        subcommands = {KeysCommand.Create.class, KeysCommand.Rotate.class, KeysCommand.Revoke.class})
public final class KeysCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/keys";

    private final Console console;

    @Mixin
    private ServerOptions server = new ServerOptions();

    KeysCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Table table = new Table("ID", "NAME", "ROLES", "TENANT", "GOOD", "EXPIRES", "BY");
        server.client()
                .get(PATH, Map.of())
                .path("keys")
                .forEach(key -> table.row(
                        key.path("id").asText(),
                        key.path("name").asText(),
                        LoginCommand.roles(key),
                        key.path("tenant").asText("all"),
                        key.has("revokedAt") ? "revoked" : key.path("good").asBoolean() ? "yes" : "expired",
                        key.path("expiresAt").asText("-"),
                        key.path("createdBy").asText()));
        table.print(console.out());
        return ExitCode.GOOD;
    }

    /** The key goes to stdout alone, for a pipe into a store of secrets. */
    private static Integer give(JsonNode key, Console console) {
        console.say("key " + key.path("id").asText() + " of " + key.path("name").asText() + " ("
                + LoginCommand.roles(key) + "); it is shown this once:");
        console.out().println(key.path("key").asText());
        return ExitCode.GOOD;
    }

    /** `weir keys create`. */
    @Command(
            name = "create",
            description =
                    "Give out a key. It is printed once, and cannot be shown again; the server keeps a hash of it.")
    static final class Create implements Callable<Integer> {

        private final Console console;

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Parameters(index = "0", paramLabel = "NAME", description = "Who or what will use it")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                split = ",",
                paramLabel = "ROLE",
                description = "viewer, analyst, approver, ml-engineer or admin; again for more")
        private List<String> roles = List.of();

        @Option(
                names = "--for-tenant",
                paramLabel = "NAME",
                description = "The only tenant that it opens. Default: all")
        private @Nullable String tenant;

        @Option(
                names = "--expires-in",
                paramLabel = "TIME",
                converter = ShortDuration.class,
                description = "Such as 720h. Default: never")
        private @Nullable Duration expiresIn;

        Create(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            ObjectNode body = ServerClient.JSON.createObjectNode().put("name", name);
            ArrayNode texts = body.putArray("roles");
            roles.forEach(texts::add);
            if (tenant != null) {
                body.put("tenant", tenant);
            }
            if (expiresIn != null) {
                body.put("expiresAt", Instant.now().plus(expiresIn).toString());
            }
            return give(server.client().post(PATH, body, Map.of()), console);
        }
    }

    /** `weir keys rotate`. */
    @Command(name = "rotate", description = "Give a key another secret; the old one can stay good for a while.")
    static final class Rotate implements Callable<Integer> {

        private final Console console;

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Option(
                names = "--overlap",
                paramLabel = "TIME",
                converter = ShortDuration.class,
                description = "How long the old secret is good yet, such as 24h. Default: not at all")
        private Duration overlap = Duration.ZERO;

        Rotate(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            ObjectNode body = ServerClient.JSON.createObjectNode().put("overlapSeconds", overlap.toSeconds());
            String path = PATH + "/" + ServerClient.encode(id) + "/rotate";
            return give(server.client().post(path, body, Map.of()), console);
        }
    }

    /** `weir keys revoke`. */
    @Command(name = "revoke", description = "Make a key worth nothing, at once.")
    static final class Revoke implements Callable<Integer> {

        private final Console console;

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        Revoke(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            JsonNode key = server.client().delete(PATH + "/" + ServerClient.encode(id));
            console.say("key " + id + " of " + key.path("name").asText() + " opens nothing any more");
            return ExitCode.GOOD;
        }
    }
}
