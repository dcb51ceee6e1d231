package io.weir.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.AlertLine;
import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** `weir alerts`. */
@Command(name = "alerts", description = "Alerts as they arrive.", subcommands = AlertsCommand.Tail.class)
public final class AlertsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: try `weir alerts tail`");
    }

    /** `weir alerts tail`. */
    @Command(name = "tail", description = "Print alerts as they are committed, until Ctrl-C.")
    static final class Tail implements Callable<Integer> {

        private final Console console;

        @Mixin
        private ServerOptions server = new ServerOptions();

        @Option(names = "--rule", paramLabel = "RULE", description = "Only this rule's")
        private @Nullable String rule;

        @Option(names = "--json", description = "One JSON object a line")
        private boolean json;

        Tail(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            Map<String, String> query = new LinkedHashMap<>();
            if (rule != null) {
                query.put("rule", rule);
            }
            try (Stream<String> lines = server.client().events("/api/v1/alerts", query)) {
                for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                    show(each.next());
                }
            } catch (UncheckedIOException e) {
                throw CommandFailure.server("the server ended the stream: " + e.getMessage());
            }
            throw CommandFailure.server("the server ended the stream");
        }

        private void show(String line) {
            if (!line.startsWith("data:")) {
                return;
            }
            String data = line.substring("data:".length()).strip();
            console.out().println(json ? data : AlertLine.of(parse(data), console.outColour()));
        }

        private static JsonNode parse(String data) {
            try {
                return ServerClient.JSON.readTree(data);
            } catch (JsonProcessingException e) {
                throw CommandFailure.server("the server sent what is no alert: " + data);
            }
        }
    }
}
