package io.weir.admin.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the one partition of a topic, committed records only; whoever folds them does so under this lock. */
final class TopicFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Fold fold;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long position;
    private @Nullable StoreUnavailableException failure;
    private volatile boolean closed;

    /** What takes the records in. */
    interface Fold {

        /** Called under the lock, in the order of the topic; the value is null for a tombstone. */
        void take(byte[] key, byte @Nullable [] value);
    }

    TopicFollower(Cluster cluster, String topic, Fold fold) {
        consumer = cluster.consumer(IsolationLevel.READ_COMMITTED);
        partition = new TopicPartition(topic, 0);
        this.fold = fold;
        thread = new Thread(this::run, topic + "-reader");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** What the question finds in the fold as it is now; it must not block. */
    <T> T read(Supplier<T> question) {
        lock.lock();
        try {
            requireAlive();
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** False when the time is up first. */
    boolean awaitPosition(long offset, Duration timeout) {
        return await(() -> position >= offset, timeout);
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

    /** False when the time is up first. The condition is asked under the lock. */
    boolean await(BooleanSupplier condition, Duration timeout) {
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
            throw new StoreUnavailableException("Interrupted while reading Kafka", e);
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
            LOG.debug("The reader of {} was woken to end", partition.topic());
        } catch (RuntimeException e) {
            LOG.error("Topic {} cannot be read on (OPERATOR)", partition.topic(), e);
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
        if (record.key() == null) {
            return;
        }
        try {
            fold.take(record.key(), record.value());
        } catch (RuntimeException e) {
            throw new IllegalStateException("offset " + record.offset() + ": " + e.getMessage(), e);
        }
    }

    private void end(@Nullable String reason, @Nullable Throwable cause) {
        lock.lock();
        try {
            if (failure == null) {
                failure = new StoreUnavailableException(
                        "Topic " + partition.topic() + " is not read any more: " + reason, cause);
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
