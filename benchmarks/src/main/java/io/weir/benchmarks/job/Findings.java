package io.weir.benchmarks.job;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink that throws everything away but what it must know to compare a run's alerts with the oracle's. */
final class Findings<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    /** Of the run that goes on in this process; one runs at a time. */
    private static final Queue<Finding> FOUND = new ConcurrentLinkedQueue<>();

    private final Describer<T> describer;

    /** What an output says: nothing, if it is no alert. */
    interface Describer<T> extends Serializable {
        List<Finding> describe(T output) throws Exception;
    }

    Findings(Describer<T> describer) {
        this.describer = describer;
    }

    /** Fails where the run's alerts are not the expected ones, each once; forgets them. */
    static void check(String name, Set<Finding> expected) {
        List<Finding> found = List.copyOf(FOUND);
        FOUND.clear();
        Set<Finding> distinct = new HashSet<>(found);
        if (found.size() != distinct.size() || !distinct.equals(expected)) {
            throw new IllegalStateException(name + " raised " + found.size() + " alerts, " + distinct.size()
                    + " different ones, but the oracle has " + expected.size() + difference(distinct, expected));
        }
    }

    private static String difference(Set<Finding> found, Set<Finding> expected) {
        String surplus = found.stream()
                .filter(one -> !expected.contains(one))
                .limit(3)
                .toList()
                .toString();
        String missing = expected.stream()
                .filter(one -> !found.contains(one))
                .limit(3)
                .toList()
                .toString();
        return "; only found: " + surplus + ", only expected: " + missing;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(T output, Context writing) {
                try {
                    FOUND.addAll(describer.describe(output));
                } catch (Exception e) {
                    throw new IllegalStateException("an output that is no alert: " + output, e);
                }
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
