package io.weir.benchmarks;

import io.weir.benchmarks.check.CheckBenchmark;
import io.weir.benchmarks.decode.DecodeBenchmark;
import io.weir.benchmarks.harness.Machine;
import io.weir.benchmarks.harness.Table;
import io.weir.benchmarks.job.JobBenchmark;
import io.weir.benchmarks.job.WindowBenchmark;
import io.weir.benchmarks.rows.RowsBenchmark;
import java.util.ArrayList;
import java.util.List;

/** Runs the benchmarks that are named, or all, and prints their tables as Markdown. */
public final class Main {

    private static final List<Benchmark> ALL = List.of(
            new DecodeBenchmark(),
            new CheckBenchmark(),
            new RowsBenchmark(),
            new JobBenchmark(),
            new WindowBenchmark());

    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> names = new ArrayList<>(List.of(args));
        Effort effort = names.remove("--smoke") ? Effort.SMOKE : Effort.FULL;
        if (!known(names)) {
            System.exit(2);
        }
        run(names, effort);
        // Flink's mini cluster leaves threads behind that would keep the process.
        System.exit(0);
    }

    private static boolean known(List<String> names) {
        List<String> all = ALL.stream().map(Benchmark::name).toList();
        List<String> unknown =
                names.stream().filter(name -> !all.contains(name)).toList();
        if (!unknown.isEmpty()) {
            System.err.println(
                    "No benchmark is called " + String.join(", ", unknown) + ". There are: " + String.join(", ", all));
        }
        return unknown.isEmpty();
    }

    private static void run(List<String> names, Effort effort) throws Exception {
        System.out.println(Machine.describe(System.getProperty("weir.commit", "unknown")));
        if (effort == Effort.SMOKE) {
            System.out.println("A smoke run: too short for its figures to mean anything.\n");
        }
        for (Benchmark benchmark : ALL) {
            if (names.isEmpty() || names.contains(benchmark.name())) {
                System.err.println("measuring " + benchmark.name() + " …");
                for (Table table : benchmark.measure(effort)) {
                    System.out.println(table);
                }
            }
        }
    }
}
