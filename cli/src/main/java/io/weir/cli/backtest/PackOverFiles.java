package io.weir.cli.backtest;

import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.EntriesFile;
import io.weir.cli.rules.ModelDirectories;
import io.weir.cli.rules.Packs;
import io.weir.dsl.Compilation;
import io.weir.dsl.contract.ListEntries;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TablePlan;
import io.weir.models.ModelPackage;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which rules run over which files. */
final class PackOverFiles {

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

    BacktestResult run(ZoneId zone, int parallelism, Console console) throws Exception {
        Compilation compilation = Packs.compileGood(rules, console);
        List<EventFile> files = files(compilation);
        Backtest backtest = new Backtest(
                OneRelease.of(compilation, packages(), entries(compilation)),
                files,
                rows(compilation, zone),
                zone,
                parallelism);
        Progress progress = new Progress();
        long bytes = files.stream().mapToLong(EventFile::bytes).sum();
        try (ProgressLine line = new ProgressLine(console, progress, bytes)) {
            return backtest.run(progress);
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
}
