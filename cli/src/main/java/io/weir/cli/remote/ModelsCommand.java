package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.rules.ModelDirectories;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** `weir models`: lists them; `weir models push` makes a new version live. */
@Command(name = "models", description = "List models, or push one.", subcommands = ModelsCommand.Push.class)
public final class ModelsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ServerOptions server = new ServerOptions();

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        JsonNode answer = server.client().get("/api/v1/models", Map.of());
        Table table = new Table("NAME", "VERSION", "BYTES", "PUSHED", "BY");
        answer.path("models")
                .forEach(model -> table.row(
                        model.path("title").asText(),
                        model.path("version").asText("-"),
                        model.path("bytes").asText("-"),
                        model.path("createdAt").asText("-"),
                        model.path("createdBy").asText("-")));
        table.print(console.out());
        return ExitCode.GOOD;
    }

    /** `weir models push`. */
    @Command(
            name = "push",
            description = {
                "Check a flink-ml model directory against its declaration and score the next event by it.",
                ""
            })
    static final class Push implements Callable<Integer> {

        private final Console console;

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Mixin
        private ReleaseOptions release = new ReleaseOptions();

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "As its declaration names it")
        private String name = "";

        @Parameters(paramLabel = "DIR", description = "As flink-ml saved it")
        private Path directory = Path.of("");

        Push(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            Map<String, String> query = release.query();
            query.put("why", release.why());
            JsonNode answer = server.client().pushModel(name, ModelDirectories.read(directory), query);
            return release.report(answer, console);
        }
    }
}
