package io.weir.admin.engines;

import io.weir.admin.store.Cluster;
import io.weir.admin.store.StoreUnavailableException;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.StatusReport;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the status topic and keeps each task's last report. */
public final class StatusBoard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);
    private static final Duration POLL = Duration.ofMillis(200);
    /** Three reports of every task that runs: who has not been heard until then does not run. */
    private static final Duration LISTENING = Duration.ofMillis(1_500);

    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "weir-status-board");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private final Map<String, Task> tasks = new HashMap<>();
    private @Nullable Instant listeningSince;
    private @Nullable String failure;
    private volatile boolean closed;

    private StatusBoard(Cluster cluster, Clock clock) {
        this.consumer = cluster.consumer(IsolationLevel.READ_UNCOMMITTED, Cluster.FROM_LATEST);
        this.topic = cluster.topics().status();
        this.clock = clock;
        thread.setDaemon(true);
    }

    public static StatusBoard open(Cluster cluster, Clock clock) {
        StatusBoard board = new StatusBoard(cluster, clock);
        board.thread.start();
        return board;
    }

    public Engines engines() {
        lock.lock();
        try {
            return Engines.of(tasks.values(), clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** What it was when the condition held, or when the time was up: the caller looks again. */
    public Engines await(Predicate<Engines> condition, Duration timeout) {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            Engines now = engines();
            while (!condition.test(now) && nanos > 0 && failure == null) {
                nanos = heard.awaitNanos(nanos);
                now = engines();
            }
            return now;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return engines();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The engines once the board has listened long enough to know those that run. Fails with {@link StoreUnavailableException}
     * where it cannot listen: none heard would then mean nothing.
     */
    public Engines settled() {
        Engines engines = await(now -> !now.alive().isEmpty() || hasListened(now.now()), LISTENING.multipliedBy(10));
        if (engines.alive().isEmpty() && !hasListened(engines.now())) {
            throw new StoreUnavailableException("The status topic " + topic + " is not read: " + failure(), null);
        }
        return engines;
    }

    private boolean hasListened(Instant now) {
        lock.lock();
        try {
            return failure == null && listeningSince != null && !now.isBefore(listeningSince.plus(LISTENING));
        } finally {
            lock.unlock();
        }
    }

    /** Why nothing is heard any more; null while all is well. */
    public @Nullable String failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try (consumer) {
            Map<TopicPartition, Long> ends = startRecently();
            while (!closed) {
                take(consumer.poll(POLL), ends);
            }
            end("closed");
        } catch (WakeupException closing) {
            end("closed");
        } catch (RuntimeException e) {
            LOG.error("The status topic {} cannot be read on (OPERATOR)", topic, e);
            end(String.valueOf(e.getMessage()));
        }
    }

    /** From the last seconds on, so that engines which run are known at once; returns where the past ends. */
    private Map<TopicPartition, Long> startRecently() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long recently = clock.instant().minus(Engines.SILENCE).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, any -> recently)));
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp start = starts.get(partition);
            consumer.seek(partition, start == null ? end : start.offset());
        });
        return ends;
    }

    private void take(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Long> ends) {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (listeningSince == null) {
                listeningSince = now;
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                boolean past = record.offset() < ends.getOrDefault(partition(record), 0L);
                Instant sent = Instant.ofEpochMilli(record.timestamp());
                apply(record, past && sent.isBefore(now) ? sent : now);
            }
            tasks.values().removeIf(task -> task.seen().isBefore(now.minus(FORGOTTEN)));
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private void apply(ConsumerRecord<byte[], byte[]> record, Instant seen) {
        if (record.value() == null) {
            return;
        }
        try {
            StatusReport report = ContractJson.read(record.value(), StatusReport.class);
            tasks.put(report.key(), new Task(report, seen));
        } catch (UncheckedIOException e) {
            LOG.warn("Skipped an unreadable status at {}-{}: {}", partition(record), record.offset(), e.getMessage());
        }
    }

    private void end(String reason) {
        lock.lock();
        try {
            failure = reason;
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
