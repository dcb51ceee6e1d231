package io.weir.engine.backfill;

import io.weir.dsl.contract.BackfillRange;
import io.weir.dsl.contract.BackfillRecord;
import io.weir.dsl.contract.BackfillRecord.Place;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What the backfill topic has already of one backfill.
 *
 * @param range null where it has not begun
 * @param last the place of the last event; null for none
 */
record Copied(@Nullable BackfillRange range, @Nullable Place last, long events, boolean ended) {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Reads all that is committed. */
    static Copied read(Consumer<byte[], byte[]> consumer, TopicPartition topic, String tenant, long backfill) {
        consumer.assign(List.of(topic));
        consumer.seekToBeginning(List.of(topic));
        long end = Objects.requireNonNull(consumer.endOffsets(List.of(topic)).get(topic));
        Copied copied = new Copied(null, null, 0, false);
        while (consumer.position(topic) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                copied = copied.with(record, tenant, backfill);
            }
        }
        return copied;
    }

    private Copied with(ConsumerRecord<byte[], byte[]> record, String tenant, long backfill) {
        BackfillRecord read;
        try {
            read = BackfillRecord.of(record.value() == null ? new byte[0] : record.value());
        } catch (UncheckedIOException notOurs) {
            return this;
        }
        if (!read.tenant().equals(tenant) || read.backfill() != backfill) {
            return this;
        }
        return switch (read.kind()) {
            case BEGIN -> new Copied(read.range(), last, events, ended);
            case EVENT -> new Copied(range, read.place(), events + 1, ended);
            case END -> new Copied(range, last, events, true);
        };
    }

    boolean has(Place place) {
        return last != null && SourceEvent.ORDER.compare(place, last) <= 0;
    }
}
