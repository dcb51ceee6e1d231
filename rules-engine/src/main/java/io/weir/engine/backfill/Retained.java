package io.weir.engine.backfill;

import io.weir.dsl.contract.BackfillRange;
import io.weir.dsl.contract.BackfillRange.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Finds which offsets hold the events of a time. A broker knows when records were written, and an event is not written before it
 * happens; where the newest events say otherwise, by as much as they do.
 */
final class Retained {

    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final EventTimes times;

    Retained(Consumer<byte[], byte[]> consumer, EventTimes times) {
        this.consumer = consumer;
        this.times = times;
    }

    /** Fails with {@link NotRetained} where older events have been deleted, and it may not begin later. */
    BackfillRange range(Wanted wanted) {
        List<TopicPartition> partitions = times.topics().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> starts = starts(partitions, beginnings, ends, wanted.from());
        long complete = wanted.from();
        List<Part> parts = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            long start = at(starts, partition);
            long end = at(ends, partition);
            parts.add(new Part(partition.topic(), partition.partition(), start, end));
            long beginning = at(beginnings, partition);
            if (beginning > 0 && start == beginning) {
                complete = Math.max(complete, completeFrom(partition, start, end, wanted));
            }
        }
        if (complete > wanted.from() && !wanted.partial()) {
            throw new NotRetained(complete);
        }
        return new BackfillRange(complete, wanted.before(), parts);
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition), "Kafka answers for each that is asked for");
    }

    private Map<TopicPartition, Long> starts(
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> ends,
            long from) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long ahead = ahead(partition, at(beginnings, partition), at(ends, partition));
            wanted.put(partition, Math.max(0, from - ahead));
        }
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
        Map<TopicPartition, Long> starts = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp start = found.get(partition);
            long end = at(ends, partition);
            starts.put(partition, start == null ? end : Math.min(end, start.offset()));
        }
        return starts;
    }

    /** By how much the newest event's time lies after its writing, in milliseconds; 0 where it does not. */
    private long ahead(TopicPartition partition, long beginning, long end) {
        // The last offset may be a transaction's mark.
        for (long offset = end - 1; offset >= Math.max(beginning, end - 3); offset--) {
            ConsumerRecord<byte[], byte[]> record = recordAt(partition, offset, end);
            OptionalLong time = record == null ? OptionalLong.empty() : times.latest(record);
            if (record != null && time.isPresent()) {
                return Math.max(0, time.getAsLong() - record.timestamp());
            }
        }
        return 0;
    }

    /** The oldest event that is there may have had older company. */
    private long completeFrom(TopicPartition partition, long start, long end, Wanted wanted) {
        ConsumerRecord<byte[], byte[]> first = recordAt(partition, start, end);
        OptionalLong time = first == null ? OptionalLong.empty() : times.latest(first);
        return time.isPresent() ? time.getAsLong() + times.longestLateness() : wanted.before();
    }

    private @Nullable ConsumerRecord<byte[], byte[]> recordAt(TopicPartition partition, long offset, long end) {
        if (offset >= end) {
            return null;
        }
        consumer.assign(Set.of(partition));
        consumer.seek(partition, offset);
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (System.nanoTime() < deadline && consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                return record;
            }
        }
        return null;
    }
}
