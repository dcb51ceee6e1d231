package io.weir.benchmarks.check;

import io.weir.benchmarks.Benchmark;
import io.weir.benchmarks.Effort;
import io.weir.benchmarks.harness.Contender;
import io.weir.benchmarks.harness.Interleaved;
import io.weir.benchmarks.harness.Series;
import io.weir.benchmarks.harness.Spread;
import io.weir.benchmarks.harness.Table;
import io.weir.dsl.Compilation;
import io.weir.dsl.Pack;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A pack of 1,000 rules: checked by the command from the process's start, and with one rule of it edited again and again. */
public final class CheckBenchmark implements Benchmark {

    private static final int RULES = 1_000;

    @Override
    public String name() {
        return "check";
    }

    @Override
    public List<Table> measure(Effort effort) throws Exception {
        List<Source> sources = LargePack.of((int) Math.max(10, effort.scaled(RULES)), 1);
        Compilation compiled = RuleCompiler.compile(sources);
        if (!compiled.ok()) {
            throw new IllegalStateException("The pack has mistakes: " + compiled.diagnostics());
        }
        return List.of(command(sources, compiled, effort), edit(sources, compiled, effort));
    }

    private static Table command(List<Source> sources, Compilation compiled, Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("weir-check");
        try {
            LargePack.write(sources, folder);
            List<Double> started = new ArrayList<>();
            List<Double> checked = new ArrayList<>();
            for (int round = 0; round <= effort.sized(1).count(); round++) {
                double start = Command.millis(0, "--version");
                double check = Command.millis(0, "check", folder.toString());
                if (round > 0) {
                    started.add(start);
                    checked.add(check - start);
                }
            }
            return table(compiled, Spread.of(started), Spread.of(checked));
        } finally {
            delete(folder);
        }
    }

    private static Table table(Compilation compiled, Spread started, Spread checked) {
        return new Table(
                        "check, the command",
                        "`weir check` on a folder of %,d rules, the flags of the script, milliseconds on the clock, median (min to max)."
                                .formatted(compiled.rules().size()),
                        "",
                        "ms")
                .row("`weir --version`: the JVM's start and its end", started.text())
                .row("`weir check`, what it takes beyond that", checked.text())
                .remark(verdict("checked after the JVM's start", checked, 3_000));
    }

    private static Table edit(List<Source> sources, Compilation compiled, Effort effort) throws Exception {
        Pack pack = new Pack();
        sources.forEach(pack::set);
        Source edited = sources.get(sources.size() / 2);
        Contender one = new Contender("one rule edited, its file's diagnostics", times -> {
            long found = 0;
            for (long i = 0; i < times; i++) {
                pack.set(new Source(
                        edited.name(),
                        edited.text().replace("within 5 minutes", "within " + (1 + i % 59) + " minutes")));
                found += pack.diagnostics(edited.name()).size() + 1;
            }
            return found;
        });
        Contender all = new Contender("the whole pack compiled", times -> {
            long found = 0;
            for (long i = 0; i < times; i++) {
                found += RuleCompiler.compile(sources).rules().size();
            }
            return found;
        });
        List<Series> series = Interleaved.measure(List.of(one, all), effort.sized(20));
        Table table = new Table(
                "check, while editing",
                "One rule changed in a file of ten of a pack of %,d, then the file's diagnostics; CPU milliseconds of the whole process, median (min to max)."
                        .formatted(compiled.rules().size()),
                "",
                "ms",
                "faster than the whole pack by");
        table.row(
                one.name(),
                millis(series.get(0)).text(),
                series.get(0).speedAgainst(series.get(1)).text() + "×");
        table.row(all.name(), millis(series.get(1)).text(), "");
        return table.remark(verdict("one edited rule", millis(series.get(0)), 20));
    }

    private static Spread millis(Series series) {
        Spread nanos = series.cost();
        return new Spread(nanos.median() / 1e6, nanos.min() / 1e6, nanos.max() / 1e6);
    }

    private static String verdict(String what, Spread millis, double atMost) {
        return "Target: " + what + " in under " + (long) atMost + " ms; measured " + millis.text() + ": "
                + (millis.median() < atMost ? "met" : "**missed**") + ".";
    }

    private static void delete(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
