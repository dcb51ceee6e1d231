package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.Console;
import io.weir.cli.EntriesFile;
import io.weir.cli.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** `weir lists`: lists those with entries of their own; `weir lists put` replaces the entries of one. */
@Command(
        name = "lists",
        description = "List the lists whose entries are published on their own, or put entries into one.",
        subcommands = ListsCommand.Put.class)
public final class ListsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ServerOptions server = new ServerOptions();

    ListsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        JsonNode answer = server.client().get("/api/v1/lists", Map.of());
        Table table = new Table("NAME", "TYPE", "ENTRIES", "REVISION", "PUT", "BY");
        answer.path("lists")
                .forEach(list -> table.row(
                        list.path("name").asText(),
                        list.path("type").asText(),
                        list.path("size").asText(),
                        list.path("revision").asText("-"),
                        list.path("createdAt").asText("-"),
                        list.path("createdBy").asText("-")));
        table.print(console.out());
        return ExitCode.GOOD;
    }

    /** `weir lists put`. */
    @Command(
            name = "put",
            description = {
                "Replace the entries of a list. No rule is touched; the next event is asked about the new entries.",
                ""
            })
    static final class Put implements Callable<Integer> {

        private final Console console;

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Mixin
        private ReleaseOptions release = new ReleaseOptions();

        @Parameters(index = "0", paramLabel = "NAME", description = "As its declaration names it, with or without @")
        private String name = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "An entry a line, or a JSON array")
        private Path file = Path.of("");

        Put(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            Map<String, String> query = release.query();
            query.put("why", release.why());
            String list = name.startsWith("@") ? name.substring(1) : name;
            return release.report(server.client().putEntries(list, EntriesFile.read(file), query), console);
        }
    }
}
