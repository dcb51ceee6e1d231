package io.weir.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** `weir status`. */
@Command(name = "status", description = "Show what runs, and what each task of it has applied.")
public final class StatusCommand implements Callable<Integer> {

    private static final String CLEAR = "\033[H\033[2J";

    private final Console console;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--watch", description = "Again every second, until Ctrl-C")
    private boolean watch;

    @Option(names = "--json", description = "The server's answer as it is")
    private boolean json;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerClient client = server.client();
        show(client.get("/api/v1/status", Map.of()));
        while (watch) {
            TimeUnit.SECONDS.sleep(1);
            JsonNode status = client.get("/api/v1/status", Map.of());
            if (console.outTerminal()) {
                console.out().print(CLEAR);
            }
            show(status);
        }
        return ExitCode.GOOD;
    }

    private void show(JsonNode status) {
        if (json) {
            console.out().println(status);
            return;
        }
        JsonNode applied = status.path("applied");
        console.out()
                .println("epoch " + status.path("epoch").asLong() + " live on "
                        + applied.path("tasks").asInt() + " of "
                        + applied.path("of").asInt() + " tasks");
        Table engines = new Table("ENGINE", "ALIVE", "TIME", "EVENTS", "ALERTS", "LATE", "UNREADABLE", "WATERMARK");
        status.path("engines")
                .forEach(engine -> engines.row(
                        engine.path("engine").asText(),
                        engine.path("alive").asBoolean() ? "yes" : "no",
                        engine.path("time").asText("ordered"),
                        engine.path("events").asText(),
                        engine.path("alerts").asText(),
                        engine.path("late").asText(),
                        engine.path("unreadable").asText(),
                        engine.path("watermark").asText("-")));
        engines.print(console.out());
        status.path("engines").forEach(this::showProblems);
        status.path("rules").forEach(rule -> RuleNews.lines(rule).forEach(console.out()::println));
    }

    private void showProblems(JsonNode engine) {
        engine.path("problems")
                .forEach(problem -> console.out().println(engine.path("engine").asText() + ": " + problem.asText()));
    }
}
