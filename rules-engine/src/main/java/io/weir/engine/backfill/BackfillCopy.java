package io.weir.engine.backfill;

import io.weir.dsl.contract.BackfillRange;
import io.weir.dsl.contract.BackfillRecord;
import io.weir.dsl.contract.Topics;
import io.weir.engine.evaluate.Decoders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Copies the retained events of one backfill, then marks its end. Another run goes on where one was stopped, in the middle of a
 * transaction or not: the range is written down first, the order is always the same, and the transactional id keeps two runs apart.
 *
 * <pre>{@code
 * new BackfillCopy(kafkaProperties, Topics.DEFAULT, Decoders.in(ZoneOffset.UTC), Timing.DEFAULT.maxAhead()).run(wanted, progress -> show(progress));
 * }</pre>
 */
public final class BackfillCopy {

    private static final int EVENTS_IN_A_TRANSACTION = 1_000;
    /** Partitions that are ahead of others stop there. */
    private static final int MOST_WAITING = 50_000;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(30);

    private final Map<String, String> properties;
    private final Topics topics;
    private final Decoders decoders;
    private final Duration maxAhead;

    /**
     * How far a run is.
     *
     * @param from event time from which on all events are copied, in milliseconds
     * @param read offsets of the range that were read, of so many
     */
    public record Progress(long from, long copied, long read, long of) {}

    /** Is told how far the run is, and may stop it. */
    @FunctionalInterface
    public interface Listener {

        /** False: the run ends, and another one goes on later. */
        boolean goesOn(Progress progress);
    }

    /**
     * @param properties for every client
     * @param decoders as the engine's
     * @param maxAhead as the engine's; see {@link io.weir.engine.Timing}
     */
    public BackfillCopy(Map<String, String> properties, Topics topics, Decoders decoders, Duration maxAhead) {
        this.maxAhead = maxAhead;
        this.properties = Map.copyOf(properties);
        this.topics = topics;
        this.decoders = decoders;
    }

    /**
     * Answers whether all is copied, the end's mark included; false where the listener stopped it. Fails with {@link NotRetained}, and
     * with a Kafka exception where another run has taken over.
     */
    public boolean run(Wanted wanted, Listener listener) {
        EventTimes times = new EventTimes(wanted, decoders, maxAhead);
        try (Producer<byte[], byte[]> producer = producer(wanted);
                Consumer<byte[], byte[]> consumer = consumer()) {
            producer.initTransactions();
            Copied copied =
                    Copied.read(consumer, new TopicPartition(topics.backfill(), 0), wanted.tenant(), wanted.backfill());
            BackfillRange range = copied.range();
            if (range == null) {
                range = new Retained(consumer, times).range(wanted);
                write(producer, List.of(BackfillRecord.begin(wanted.tenant(), wanted.backfill(), range)));
            }
            // Whoever asks for it once more may have lost the first mark.
            if (!copied.ended() && !new Run(wanted, range, copied, producer, consumer).copy(times, listener)) {
                return false;
            }
            write(producer, List.of(BackfillRecord.end(wanted.tenant(), wanted.backfill())));
            return true;
        }
    }

    private void write(Producer<byte[], byte[]> producer, List<BackfillRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        records.forEach(record -> producer.send(new ProducerRecord<>(topics.backfill(), 0, null, record.toBytes())));
        producer.commitTransaction();
    }

    /** One run over a range. */
    private final class Run {

        private final Wanted wanted;
        private final BackfillRange range;
        private final Copied copied;
        private final Producer<byte[], byte[]> producer;
        private final Consumer<byte[], byte[]> consumer;
        private final Map<TopicPartition, BackfillRange.Part> parts = new HashMap<>();
        private final Set<TopicPartition> unfinished = new HashSet<>();
        private final List<BackfillRecord> batch = new ArrayList<>();
        private long events;

        Run(
                Wanted wanted,
                BackfillRange range,
                Copied copied,
                Producer<byte[], byte[]> producer,
                Consumer<byte[], byte[]> consumer) {
            this.wanted = wanted;
            this.range = range;
            this.copied = copied;
            this.producer = producer;
            this.consumer = consumer;
            this.events = copied.events();
            range.parts().forEach(part -> parts.put(new TopicPartition(part.topic(), part.partition()), part));
        }

        boolean copy(EventTimes times, Listener listener) {
            EventOrder order = new EventOrder(parts.keySet(), range.from(), range.before());
            requireStillRetained();
            unfinished.addAll(parts.keySet());
            consumer.assign(unfinished);
            parts.forEach((partition, part) -> consumer.seek(partition, part.start()));
            end(order);
            while (!unfinished.isEmpty()) {
                if (!listener.goesOn(progress())) {
                    return false;
                }
                choose(order);
                consumer.poll(POLL).forEach(record -> {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < part(partition).end()) {
                        times.read(record, order);
                    }
                });
                end(order);
                order.drain(this::take);
            }
            order.drain(this::take);
            flush();
            return listener.goesOn(progress());
        }

        private void requireStillRetained() {
            consumer.beginningOffsets(parts.keySet()).forEach((partition, beginning) -> {
                BackfillRange.Part part = part(partition);
                if (beginning > part.start() && part.start() < part.end()) {
                    throw new NotRetained(range.before());
                }
            });
        }

        private BackfillRange.Part part(TopicPartition partition) {
            return Objects.requireNonNull(parts.get(partition));
        }

        private void choose(EventOrder order) {
            consumer.resume(unfinished);
            if (order.waiting() > MOST_WAITING) {
                Set<TopicPartition> ahead = new HashSet<>(unfinished);
                ahead.removeAll(order.behind());
                consumer.pause(ahead);
            }
        }

        /** A partition's marks of transactions take offsets too: its position tells. */
        private void end(EventOrder order) {
            for (TopicPartition partition : List.copyOf(unfinished)) {
                if (consumer.position(partition) >= part(partition).end()) {
                    order.ended(partition);
                    unfinished.remove(partition);
                    consumer.pause(List.of(partition));
                }
            }
        }

        private void take(SourceEvent event) {
            if (!copied.has(event.place())) {
                batch.add(BackfillRecord.event(wanted.tenant(), wanted.backfill(), event.place(), event.value()));
                if (batch.size() == EVENTS_IN_A_TRANSACTION) {
                    flush();
                }
            }
        }

        private void flush() {
            write(producer, batch);
            events += batch.size();
            batch.clear();
        }

        private Progress progress() {
            long read = 0;
            long of = 0;
            for (Map.Entry<TopicPartition, BackfillRange.Part> entry : parts.entrySet()) {
                BackfillRange.Part part = entry.getValue();
                of += part.end() - part.start();
                read += Math.min(consumer.position(entry.getKey()), part.end()) - part.start();
            }
            return new Progress(range.from(), events, read, of);
        }
    }

    private Producer<byte[], byte[]> producer(Wanted wanted) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                topics.prefix() + "-backfill-" + wanted.tenant() + "-" + wanted.backfill());
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION_TIMEOUT.toMillis());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 << 20);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
