package io.weir.admin.store;

import io.weir.admin.access.Keys;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The control topic, and the keys beside it, to read and to write with compare-and-set.
 *
 * <pre>{@code
 * try (ControlStore store = ControlStore.open(cluster)) {
 *     store.write((state, writeId) -> release(state.epoch("default") + 1, writeId));
 * }
 * }</pre>
 */
public final class ControlStore implements AutoCloseable {

    private static final Duration LOADING = Duration.ofSeconds(60);

    private final TopicAdmin topics;
    private final ControlReader reader;
    private final KeyReader keys;
    private final ControlWriter writer;

    private ControlStore(Cluster cluster, TopicAdmin topics, Supplier<Producer<byte[], byte[]>> producers) {
        this.topics = topics;
        reader = new ControlReader(cluster);
        keys = new KeyReader(cluster);
        writer = new ControlWriter(cluster, producers, reader, keys, topics);
    }

    /** Creates Weir's topics where they are missing, and reads the control topic up to the end that it has now. */
    public static ControlStore open(Cluster cluster) {
        return open(cluster, () -> cluster.transactionalProducer(cluster.writerTransactionalId()));
    }

    /** With producers of the caller's own: only one and the same transactional id makes writers compare and set. */
    static ControlStore open(Cluster cluster, Supplier<Producer<byte[], byte[]>> producers) {
        TopicAdmin topics = new TopicAdmin(cluster);
        ControlStore store = new ControlStore(cluster, topics, producers);
        try {
            topics.ensureOwn(cluster.topics());
            store.load(cluster.topics());
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private void load(Topics names) {
        reader.start();
        keys.start();
        load(names.control(), reader::awaitPosition);
        load(names.access(), keys::awaitPosition);
    }

    private void load(String topic, BiPredicate<Long, Duration> awaitPosition) {
        long end = topics.endOffset(new TopicPartition(topic, 0), IsolationLevel.READ_COMMITTED);
        if (!awaitPosition.test(end, LOADING)) {
            throw new StoreUnavailableException(
                    "Topic " + topic + " was not read up to offset " + end + " within " + LOADING.toSeconds() + " s",
                    null);
        }
    }

    /** The keys that there are. */
    public Keys keys() {
        return keys;
    }

    /** What the function finds in the state as it is now; it must not block and must not keep the state. */
    public <T> T read(Function<ControlState, T> query) {
        return reader.read(query);
    }

    /** False when the time is up before the condition holds. */
    public boolean await(Predicate<ControlState> condition, Duration timeout) {
        return reader.awaitState(condition, timeout);
    }

    /**
     * Writes what the draft says, atomically, on the very state that it was asked on; null where it found nothing to do. Whatever
     * the draft throws comes out, and nothing is written. Afterwards {@link #read} sees the write.
     */
    public @Nullable Write write(Draft draft) {
        return writer.write(draft);
    }

    /** Creates those topics that are missing. Fails with {@link UnusableTopicException} for a name that Kafka refuses. */
    public void ensureTopics(Collection<String> names) {
        topics.ensureNamed(names);
    }

    /** Why nothing can be read or written any more; null while all is well. */
    public @Nullable StoreException failure() {
        StoreException ofControl = reader.failure();
        return ofControl == null ? keys.failure() : ofControl;
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
        keys.close();
        topics.close();
    }
}
