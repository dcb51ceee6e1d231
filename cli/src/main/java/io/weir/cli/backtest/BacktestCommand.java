package io.weir.cli.backtest;

import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.EntriesFile;
import io.weir.cli.ExitCode;
import io.weir.cli.rules.ModelDirectories;
import io.weir.cli.rules.Packs;
import io.weir.dsl.Compilation;
import io.weir.dsl.contract.ListEntries;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TablePlan;
import io.weir.models.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "Exit code 1 where lines could not be read; the alerts of the others are there all the same."
        })
public final class BacktestCommand implements Callable<Integer> {

    private static final int LINES_SHOWN = 20;

    private final Console console;

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "DIR",
            description = "A pack: a folder or file; again for more")
    private List<Path> rules = List.of();

    @Option(
            names = "--events",
            required = true,
            arity = "1..*",
            paramLabel = "NAME=FILE",
            description = "Events of the stream NAME; any number")
    private List<String> events = List.of();

    @Option(
            names = "--tables",
            arity = "1..*",
            paramLabel = "NAME=FILE",
            description = "Rows of the table NAME, one JSON a line; any number")
    private List<String> tables = List.of();

    @Option(
            names = "--lists",
            arity = "1..*",
            paramLabel = "NAME=FILE",
            description = "Entries of the published list NAME: one a line, or a JSON array; any number")
    private List<String> lists = List.of();

    @Option(names = "--model", paramLabel = "NAME=DIR", description = "A flink-ml directory that scores as NAME")
    private Map<String, Path> models = Map.of();

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

    BacktestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        ZoneId zoneId = zoneId();
        Compilation compilation = Packs.compileGood(rules, console);
        List<EventFile> files = files(compilation);
        Backtest backtest = new Backtest(
                OneRelease.of(compilation, packages(), entries(compilation)),
                files,
                rows(compilation, zoneId),
                zoneId,
                parallelism);
        long started = System.nanoTime();
        BacktestResult result = run(backtest, files);
        write(result.alerts());
        if (sent != null) {
            write(result.sent(), sent);
        }
        summarize(result, (System.nanoTime() - started) / 1e9);
        return result.unreadable().isEmpty() ? ExitCode.GOOD : ExitCode.PROBLEMS;
    }

    private BacktestResult run(Backtest backtest, List<EventFile> files) throws Exception {
        Progress progress = new Progress();
        long bytes = files.stream().mapToLong(EventFile::bytes).sum();
        try (ProgressLine line = new ProgressLine(console, progress, bytes)) {
            return backtest.run(progress);
        }
    }

    private Map<String, List<byte[]>> rows(Compilation compilation, ZoneId zoneId) {
        Map<String, List<byte[]>> rows = new LinkedHashMap<>();
        Map<String, TablePlan> declared = compilation.environment().tables();
        for (String argument : tables) {
            NamedFile named = NamedFile.of("--tables", argument);
            TablePlan table = declared.get(named.name());
            if (table == null) {
                throw named.undeclared("table", declared.keySet());
            }
            rows.computeIfAbsent(named.name(), any -> new ArrayList<>())
                    .addAll(TableFile.rows(table, named.file(), zoneId));
        }
        return rows;
    }

    private Map<String, ListEntries> entries(Compilation compilation) {
        Map<String, ListEntries> entries = new LinkedHashMap<>();
        Map<String, ListPlan> declared = compilation.environment().lists();
        for (String argument : lists) {
            NamedFile named = NamedFile.of("--lists", argument);
            String name = named.name().startsWith("@") ? named.name().substring(1) : named.name();
            ListPlan list = declared.get(name);
            if (list == null) {
                throw named.undeclared("list", declared.keySet());
            }
            if (!list.published()) {
                throw CommandFailure.usage("--lists " + argument + ": its entries stand in its declaration");
            }
            ListEntries read = ListEntries.read(EntriesFile.read(named.file()), list.element());
            if (!read.problems().isEmpty()) {
                throw CommandFailure.usage("--lists " + argument + ": " + String.join("; ", read.problems()));
            }
            entries.put(name, read);
        }
        return entries;
    }

    private ZoneId zoneId() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw CommandFailure.usage("--time-zone " + zone + " is no time zone such as UTC or Europe/Madrid");
        }
    }

    private List<EventFile> files(Compilation compilation) {
        List<EventFile> files = new ArrayList<>();
        Map<String, StreamSchema> streams = compilation.environment().streams();
        for (String argument : events) {
            NamedFile named = NamedFile.of("--events", argument);
            StreamSchema stream = streams.get(named.name());
            if (stream == null) {
                throw named.undeclared("event", streams.keySet());
            }
            files.add(EventFile.open(stream, named.file()));
        }
        return files;
    }

    private Map<String, ModelPackage> packages() {
        Map<String, ModelPackage> packages = new LinkedHashMap<>();
        models.forEach((name, directory) -> packages.put(Slug.of(name), ModelDirectories.read(directory)));
        return packages;
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
