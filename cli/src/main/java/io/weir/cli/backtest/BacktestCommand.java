package io.weir.cli.backtest;

import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** `weir backtest`. */
@Command(
        name = "backtest",
        description = {
            "Run rules over files, as the live job would have, and print the alerts.",
            "",
            "One JSON alert a line, by event time, then rule, then key. The same files give the same bytes.",
            "Files are JSON lines or CSV; a CSV's header names the fields. Dates alone are midnight.",
            "With --bootstrap instead: the events that Kafka still has, each by the release in force at its time.",
            "Exit code 1 where lines could not be read; the alerts of the others are there all the same."
        })
public final class BacktestCommand implements Callable<Integer> {

    private static final int LINES_SHOWN = 20;

    private final Console console;

    @ArgGroup(multiplicity = "1")
    private Input input = new Input();

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Of timestamps that name none, such as Europe/Madrid. Default: ${DEFAULT-VALUE}")
    private String zone = "UTC";

    @Option(names = "--out", paramLabel = "FILE", description = "Write the alerts there instead of to stdout")
    private @Nullable Path out;

    @Option(
            names = "--sent",
            paramLabel = "FILE",
            description =
                    "Write what else the rules send there: events they emit or route, and questions for language models")
    private @Nullable Path sent;

    @Option(names = "--parallelism", paramLabel = "N", description = "Tasks. Default: one a processor, at most 8")
    private int parallelism = Math.min(8, Runtime.getRuntime().availableProcessors());

    /** What is evaluated. */
    private static final class Input {

        @ArgGroup(exclusive = false, multiplicity = "1", heading = "A pack over files:%n")
        private PackOverFiles files = new PackOverFiles();

        @ArgGroup(exclusive = false, multiplicity = "1", heading = "Past releases over Kafka's topics:%n")
        private @Nullable PastReleasesOptions past;
    }

    BacktestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        ZoneId zoneId = zoneId();
        long started = System.nanoTime();
        BacktestResult result = input.past == null
                ? input.files.run(zoneId, parallelism, console)
                : input.past.replay(zoneId, parallelism).run();
        write(result.alerts());
        if (sent != null) {
            write(result.sent(), sent);
        }
        summarize(result, (System.nanoTime() - started) / 1e9);
        return result.unreadable().isEmpty() ? ExitCode.GOOD : ExitCode.PROBLEMS;
    }

    private ZoneId zoneId() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw CommandFailure.usage("--time-zone " + zone + " is no time zone such as UTC or Europe/Madrid");
        }
    }

    private void write(List<String> alerts) {
        if (out == null) {
            alerts.forEach(alert -> console.out().print(alert + "\n"));
            console.out().flush();
            return;
        }
        write(alerts, out);
    }

    private static void write(List<String> lines, Path file) {
        try {
            Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw CommandFailure.usage("cannot write " + file + ": " + e.getMessage());
        }
    }

    private void summarize(BacktestResult result, double seconds) {
        console.say(String.format(
                Locale.ROOT,
                "events      %,d in %.1f s (%,.0f a second, start included)",
                result.events(),
                seconds,
                result.events() / seconds));
        refused("late", result.late());
        refused("unreadable", result.unreadable());
        console.say(
                String.format(Locale.ROOT, "alerts      %,d", result.alerts().size()));
        result.alertsByRule()
                .forEach((rule, count) -> console.say(String.format(Locale.ROOT, "%,11d  %s", count, rule)));
        if (!result.sent().isEmpty()) {
            console.say(
                    String.format(Locale.ROOT, "sent        %,d", result.sent().size()));
        }
    }

    private void refused(String name, List<BacktestResult.Refused> lines) {
        console.say(String.format(Locale.ROOT, "%-10s  %,d", name, lines.size()));
        lines.stream().limit(LINES_SHOWN).forEach(line -> console.say("            " + line));
        if (lines.size() > LINES_SHOWN) {
            console.say("            … and " + (lines.size() - LINES_SHOWN) + " more");
        }
    }
}
