package io.weir.engine.backfill;

import io.weir.dsl.contract.BackfillRecord.Place;
import io.weir.dsl.plan.StreamSchema;
import io.weir.engine.evaluate.Decoders;
import io.weir.engine.evaluate.EventTimeReader;
import io.weir.engine.evaluate.UnreadableEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the times of records: each is an event of every stream that is declared on its topic. */
final class EventTimes {

    private static final byte[] NOTHING = {};

    private final Map<String, List<Feed>> feeds = new TreeMap<>();

    private final long maxAheadMillis;

    private record Feed(StreamSchema stream, EventTimeReader times, boolean isCopied) {}

    /** @param maxAhead an event whose time lies further ahead of its record's own time is none, as in the running job */
    EventTimes(Wanted wanted, Decoders decoders, Duration maxAhead) {
        maxAheadMillis = maxAhead.toMillis();
        Set<String> topics = new TreeSet<>();
        wanted.streams().stream()
                .filter(stream -> wanted.copied().contains(stream.name()))
                .forEach(stream -> topics.add(stream.topic()));
        for (StreamSchema stream : wanted.streams()) {
            if (topics.contains(stream.topic())) {
                feeds.computeIfAbsent(stream.topic(), any -> new ArrayList<>())
                        .add(new Feed(
                                stream,
                                decoders.timeReader(stream),
                                wanted.copied().contains(stream.name())));
            }
        }
    }

    Set<String> topics() {
        return feeds.keySet();
    }

    /** In milliseconds. */
    long longestLateness() {
        return feeds.values().stream()
                .flatMap(List::stream)
                .mapToLong(feed -> feed.stream().lateness().toMillis())
                .max()
                .orElse(0);
    }

    /** What a record is as an event, in event time. */
    void read(ConsumerRecord<byte[], byte[]> record, EventOrder order) {
        byte[] value = record.value() == null ? NOTHING : record.value();
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        for (Feed feed : feeds.getOrDefault(record.topic(), List.of())) {
            OptionalLong time = time(feed, record, value);
            if (time.isPresent()) {
                Place place = new Place(
                        feed.stream().name(), record.topic(), record.partition(), record.offset(), time.getAsLong());
                order.add(
                        partition,
                        new SourceEvent(place, value),
                        feed.stream().lateness().toMillis(),
                        feed.isCopied());
            }
        }
    }

    /** Empty for a record that is no event. */
    OptionalLong latest(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value() == null ? NOTHING : record.value();
        return feeds.getOrDefault(record.topic(), List.of()).stream()
                .map(feed -> time(feed, record, value))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
    }

    private OptionalLong time(Feed feed, ConsumerRecord<byte[], byte[]> record, byte[] value) {
        try {
            long time = feed.times().timeOf(value);
            boolean ahead = record.timestamp() >= 0 && time - record.timestamp() > maxAheadMillis;
            return ahead ? OptionalLong.empty() : OptionalLong.of(time);
        } catch (UnreadableEvent unreadable) {
            // The running job has told of it.
            return OptionalLong.empty();
        }
    }
}
