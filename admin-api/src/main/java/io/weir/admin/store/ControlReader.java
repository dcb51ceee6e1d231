package io.weir.admin.store;

import io.weir.dsl.contract.ControlCodec;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the control topic, committed records only, and keeps its fold. */
final class ControlReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int REMEMBERED_WRITES = 10_000;

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Thread thread = new Thread(this::run, "weir-control-reader");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final ControlState state = new ControlState();
    private final Set<String> writeIds = new LinkedHashSet<>();
    private long position;
    private @Nullable StoreUnavailableException failure;
    private volatile boolean closed;

    ControlReader(Cluster cluster) {
        consumer = cluster.consumer(IsolationLevel.READ_COMMITTED);
        partition = new TopicPartition(cluster.topics().control(), 0);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** What the function finds in the fold as it is now; it must not block and must not keep the state. */
    <T> T read(Function<ControlState, T> query) {
        lock.lock();
        try {
            requireAlive();
            return query.apply(state);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a write of that mark stands, among the last 10,000. */
    boolean hasSeen(String writeId) {
        return read(any -> writeIds.contains(writeId));
    }

    /** False when the time is up first. */
    boolean awaitPosition(long offset, Duration timeout) {
        return await(() -> position >= offset, timeout);
    }

    /** False when the time is up first. */
    boolean awaitState(Predicate<ControlState> condition, Duration timeout) {
        return await(() -> condition.test(state), timeout);
    }

    @Nullable
    StoreUnavailableException failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    private boolean await(BooleanSupplier condition, Duration timeout) {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            requireAlive();
            while (!condition.getAsBoolean()) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = moved.awaitNanos(nanos);
                requireAlive();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("Interrupted while reading the control topic", e);
        } finally {
            lock.unlock();
        }
    }

    private void requireAlive() {
        if (failure != null) {
            throw new StoreUnavailableException(String.valueOf(failure.getMessage()), failure.getCause());
        }
    }

    private void run() {
        try (consumer) {
            consumer.assign(List.of(partition));
            consumer.beginningOffsets(List.of(partition)).forEach(consumer::seek);
            while (!closed) {
                take(consumer.poll(POLL));
            }
        } catch (WakeupException closing) {
            LOG.debug("The control reader was woken to end");
        } catch (RuntimeException e) {
            LOG.error("The control topic {} cannot be read on (OPERATOR)", partition.topic(), e);
            end(e.getMessage(), e);
        }
        end("closed", null);
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        lock.lock();
        try {
            records.forEach(this::apply);
            // Not the last record's offset: commit markers take offsets too.
            position = consumer.position(partition);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        try {
            Optional<ControlRecord> known = ControlCodec.read(record.key(), record.value());
            known.ifPresent(state::apply);
            known.map(ControlReader::writeId).ifPresent(this::remember);
        } catch (RuntimeException e) {
            throw new IllegalStateException("offset " + record.offset() + ": " + e.getMessage(), e);
        }
    }

    private void remember(String writeId) {
        writeIds.add(writeId);
        if (writeIds.size() > REMEMBERED_WRITES) {
            writeIds.remove(writeIds.iterator().next());
        }
    }

    private static @Nullable String writeId(ControlRecord record) {
        if (record instanceof Release release) {
            return release.writeId();
        }
        return record instanceof Prepare prepare ? prepare.writeId() : null;
    }

    private void end(@Nullable String reason, @Nullable Throwable cause) {
        lock.lock();
        try {
            if (failure == null) {
                failure = new StoreUnavailableException("The control topic is not read any more: " + reason, cause);
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (thread.getState() == Thread.State.NEW) {
            consumer.close();
            return;
        }
        consumer.wakeup();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
