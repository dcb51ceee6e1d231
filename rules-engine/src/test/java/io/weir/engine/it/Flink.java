package io.weir.engine.it;

import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** Flink's mini clusters, as the tests need them. */
final class Flink {

    private Flink() {}

    /** One task manager with room for one job of parallelism 2. */
    static MiniClusterExtension cluster() {
        return cluster(2);
    }

    static MiniClusterExtension cluster(int slots) {
        return new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
                .setNumberTaskManagers(1)
                .setNumberSlotsPerTaskManager(slots)
                .build());
    }
}
