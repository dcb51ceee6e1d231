package io.weir.benchmarks.job;

import io.weir.benchmarks.Benchmark;
import io.weir.benchmarks.Effort;
import io.weir.benchmarks.harness.Contender;
import io.weir.benchmarks.harness.Interleaved;
import io.weir.benchmarks.harness.Series;
import io.weir.benchmarks.harness.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an event costs by how many its key's window holds, on heap and on RocksDB. */
public final class WindowBenchmark implements Benchmark {

    private static final long EVENTS = 300_000;

    @Override
    public String name() {
        return "window";
    }

    @Override
    public List<Table> measure(Effort effort) throws Exception {
        List<Table> tables = new ArrayList<>();
        try (Cluster cluster = Cluster.start()) {
            for (StateBackend backend : List.of(StateBackend.HEAP, StateBackend.ROCKS)) {
                tables.add(measure(cluster, backend, effort));
            }
        }
        return tables;
    }

    private static Table measure(Cluster cluster, StateBackend backend, Effort effort) throws Exception {
        long events = effort.scaled(EVENTS);
        List<Contender> contenders = new ArrayList<>();
        for (int seconds : new int[] {1, 10, 80}) {
            WindowJob job = new WindowJob(seconds);
            Set<Finding> expected = job.expected(FeedSource.FEED, events);
            contenders.add(new Contender(job.name(), repetitions -> {
                cluster.run(job, backend, events);
                Findings.check(job.name(), expected);
                return expected.size();
            }));
        }
        List<Series> all = Interleaved.measure(contenders, effort.sized(EVENTS));
        Table table = new Table(
                "window, " + backend.title() + " state",
                String.format(
                        "%,d logins from memory, one rule that reads sum and count of a sliding window for each of 8 countries, a"
                                + " sink that discards; mini cluster, parallelism 2, checkpoints every second, event time."
                                + " Median (min to max) of %d runs in turn. In every run the counts in the alerts were those of a"
                                + " queue of times a country.",
                        events, all.get(0).rounds()),
                "",
                "events a CPU second",
                "ns an event",
                "of the shortest window's speed");
        for (Series series : all) {
            table.row(
                    series.name(),
                    series.throughput().text(),
                    series.cost().text(),
                    series.speedAgainst(all.get(0)).text() + "×");
        }
        return table;
    }
}
