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

/** The whole job with one keyed rule, on heap and on RocksDB. */
public final class JobBenchmark implements Benchmark {

    @Override
    public String name() {
        return "job";
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
        long events = effort.scaled(backend.events());
        Set<Finding> expected = Oracle.findings(FeedSource.FEED, events);
        List<Contender> contenders = new ArrayList<>();
        for (MeasuredJob job : List.of(new WeirMeasuredJob(), new HandWrittenJob(), new SourceAlone())) {
            contenders.add(contender(cluster, backend, job, expected));
        }
        List<Series> all = Interleaved.measure(contenders, effort.sized(backend.events()));
        return table(all, backend, events, expected.size());
    }

    /** Each run, not only the first, must have raised exactly the oracle's alerts. */
    private static Contender contender(Cluster cluster, StateBackend backend, MeasuredJob job, Set<Finding> expected) {
        Set<Finding> alerts = job instanceof SourceAlone ? Set.of() : expected;
        return new Contender(job.name(), events -> {
            cluster.run(job, backend, events);
            Findings.check(job.name(), alerts);
            return alerts.size();
        });
    }

    private static Table table(List<Series> all, StateBackend backend, long events, int alerts) {
        Series weir = all.get(0);
        Table table = new Table(
                "job, " + backend.title() + " state",
                String.format(
                        "%,d logins of 10,000 users from memory, one rule (more than 10 failed in 5 minutes, by user), a sink"
                                + " that discards; mini cluster, parallelism 2, checkpoints every second, event time."
                                + " Median (min to max) of %d runs in turn. In every run of either job the alerts (%,d) were"
                                + " those of the oracle.",
                        events, weir.rounds(), alerts),
                "",
                "events a CPU second",
                "ns an event",
                "of the hand-written job's speed");
        for (Series series : all) {
            table.row(
                    series.name(),
                    series.throughput().text(),
                    series.cost().text(),
                    series.speedAgainst(all.get(1)).text() + "×");
        }
        return table.target("the hand-written job's speed", weir.speedAgainst(all.get(1)), 0.8);
    }
}
