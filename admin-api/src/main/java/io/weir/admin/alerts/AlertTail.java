package io.weir.admin.alerts;

import io.weir.admin.store.Cluster;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** One listener's tail. Topics that rules name while it runs join it within a second. */
final class AlertTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_FOR_TOPICS = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final Supplier<Set<String>> topics;
    private final AlertFilter filter;
    private final @Nullable AlertPosition from;
    private final Clock clock;
    private final Instant began;

    private final Set<String> joined = new TreeSet<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private long time;
    private Instant lastSent;
    private volatile boolean running;
    private volatile boolean closed;

    /**
     * @param topics those to tail now
     * @param from where to resume; null for now
     */
    AlertTail(
            Cluster cluster,
            Supplier<Set<String>> topics,
            AlertFilter filter,
            @Nullable AlertPosition from,
            Clock clock) {
        this.consumer = cluster.consumer(IsolationLevel.READ_COMMITTED, Cluster.FROM_EARLIEST);
        this.topics = topics;
        this.filter = filter;
        this.from = from;
        this.clock = clock;
        this.began = clock.instant();
        this.lastSent = began;
        this.time = from == null ? began.toEpochMilli() : from.time();
    }

    /** Returns when the listener is gone or the tail is closed. */
    void run(AlertListener listener) {
        running = true;
        try (consumer) {
            Instant looked = clock.instant();
            joinNewTopics();
            listener.begins(position());
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    take(record, listener);
                }
                if (isOver(looked, LOOK_FOR_TOPICS)) {
                    looked = clock.instant();
                    joinNewTopics();
                }
                if (isOver(lastSent, QUIET)) {
                    listener.quiet();
                    lastSent = clock.instant();
                }
            }
        } catch (IOException | WakeupException ended) {
            closed = true;
        }
    }

    private boolean isOver(Instant since, Duration time) {
        return clock.instant().isAfter(since.plus(time));
    }

    private void take(ConsumerRecord<byte[], byte[]> record, AlertListener listener) throws IOException {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        time = Math.max(time, record.timestamp());
        if (filter.matches(record.value())) {
            listener.alert(position(), record.value());
            lastSent = clock.instant();
        }
    }

    private String position() {
        AlertPosition position = new AlertPosition(time, new TreeMap<>());
        next.forEach((partition, offset) -> position.next()
                .computeIfAbsent(partition.topic(), any -> new TreeMap<>())
                .put(partition.partition(), offset));
        return position.toString();
    }

    private void joinNewTopics() {
        boolean first = joined.isEmpty();
        List<TopicPartition> added = new ArrayList<>();
        for (String topic : topics.get()) {
            if (joined.add(topic)) {
                consumer.partitionsFor(topic).forEach(info -> added.add(new TopicPartition(topic, info.partition())));
            }
        }
        if (added.isEmpty()) {
            return;
        }
        Set<TopicPartition> all = new HashSet<>(next.keySet());
        all.addAll(added);
        consumer.assign(all);
        starts(added, first).forEach((partition, offset) -> {
            consumer.seek(partition, offset);
            next.put(partition, offset);
        });
    }

    /** A tail begins at the end; a topic that joins it later, with the records since the tail began. */
    private Map<TopicPartition, Long> starts(List<TopicPartition> added, boolean first) {
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.endOffsets(added));
        if (!first || from != null) {
            long since = from == null ? began.toEpochMilli() : from.time();
            Map<TopicPartition, Long> times = new HashMap<>();
            added.forEach(partition -> times.put(partition, since));
            for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
                    consumer.offsetsForTimes(times).entrySet()) {
                if (found.getValue() != null) {
                    starts.put(found.getKey(), found.getValue().offset());
                }
            }
        }
        if (from != null) {
            added.forEach(partition -> from.next(partition.topic(), partition.partition())
                    .ifPresent(offset -> starts.put(partition, offset)));
        }
        return starts;
    }

    @Override
    public void close() {
        closed = true;
        if (running) {
            consumer.wakeup();
        } else {
            consumer.close();
        }
    }
}
