package io.weir.engine;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job keeps its state.
 *
 * @param interval between checkpoints; alerts are committed, and so read, with each
 * @param directory a URI where checkpoints are kept; null: as the cluster is configured
 * @param backend where state lives between them; null: as the cluster is configured
 */
public record Checkpoints(
        Duration interval,
        @Nullable String directory,
        @Nullable Backend backend) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Where state lives: on the heap, or in RocksDB on local disk. */
    public enum Backend {
        HEAP("hashmap"),
        ROCKSDB("rocksdb");

        private final String flinkName;

        Backend(String flinkName) {
            this.flinkName = flinkName;
        }

        String flinkName() {
            return flinkName;
        }
    }

    public static Checkpoints every(Duration interval) {
        return new Checkpoints(interval, null, null);
    }

    public Checkpoints withDirectory(String newDirectory) {
        return new Checkpoints(interval, newDirectory, backend);
    }

    public Checkpoints withBackend(Backend newBackend) {
        return new Checkpoints(interval, directory, newBackend);
    }

    void addProblems(List<String> problems) {
        if (interval.toMillis() < 10) {
            problems.add("checkpoint-interval: " + interval + " is less than 10 ms");
        }
    }
}
