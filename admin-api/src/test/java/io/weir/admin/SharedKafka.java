package io.weir.admin;

import io.weir.admin.store.Cluster;
import io.weir.dsl.contract.Topics;
import io.weir.localkafka.LocalKafka;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One broker for all tests of the module; each test has topics of its own. It ends with the JVM. */
public final class SharedKafka {

    public static final LocalKafka BROKER = LocalKafka.start();

    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private SharedKafka() {}

    /** With a topic prefix that no other test has. */
    public static Cluster newCluster() {
        return new Cluster(
                Map.of("bootstrap.servers", BROKER.bootstrapServers()),
                new Topics("weir" + PREFIXES.incrementAndGet()));
    }
}
