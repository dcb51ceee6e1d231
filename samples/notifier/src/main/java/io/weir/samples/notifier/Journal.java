package io.weir.samples.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What outlives the process: a compacted topic with one record a notification, first with its body, then with how it ended. It is
 * written in one transaction with dead letters and the alerts' offsets, under one transactional id for the group: whoever opens the
 * journal ends the writing of whoever had it open before.
 */
final class Journal implements AutoCloseable {

    private final Settings settings;
    private final KafkaProducer<String, byte[]> producer;
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();

    Journal(Settings settings) {
        this.settings = settings;
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put("transactional.id", settings.group());
        config.put("linger.ms", 0);
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** What was written before, by notification, in the order of the last words on each. */
    Collection<Entry> read() {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.put("isolation.level", "read_committed");
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition journal = new TopicPartition(settings.journalTopic(), 0);
            consumer.assign(List.of(journal));
            consumer.seekToBeginning(List.of(journal));
            long end = consumer.endOffsets(List.of(journal)).getOrDefault(journal, 0L);
            while (consumer.position(journal) < end) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    entries.remove(record.key());
                    if (record.value() != null) {
                        entries.put(record.key(), Entry.read(record.key(), record.value()));
                    }
                }
            }
        }
        return entries.values();
    }

    /** @param body null once it is settled */
    record Entry(
            String notification,
            List<String> alerts,
            Instant at,
            @Nullable String body) {

        private static Entry read(String key, String value) {
            try {
                JsonNode json = Json.read(value.getBytes(StandardCharsets.UTF_8));
                List<String> alerts = new ArrayList<>();
                json.path("alerts").forEach(alert -> alerts.add(alert.asText()));
                Instant at = Instant.parse(json.path("at").asText());
                return new Entry(key, alerts, at, json.path("body").textValue());
            } catch (IOException e) {
                throw new IllegalStateException("The journal holds what the service never wrote, at " + key, e);
            }
        }
    }

    void onItsWay(Notification notification) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", notification.at().toString());
        entry.put("alerts", notification.alerts());
        entry.put("body", notification.body());
        add(notification.id(), entry);
    }

    /** @param undeliverable why it was given up; null: it was delivered */
    void settled(Ledger.Settled settled, @Nullable String undeliverable) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", settled.at().toString());
        entry.put("alerts", settled.alerts());
        entry.put("end", undeliverable == null ? "delivered" : "dead: " + undeliverable);
        add(settled.notification(), entry);
    }

    private void add(String notification, Map<String, Object> entry) {
        byte[] value = Json.write(entry).getBytes(StandardCharsets.UTF_8);
        records.add(new ProducerRecord<>(settings.journalTopic(), 0, notification, value));
    }

    void forgotten(String notification) {
        records.add(new ProducerRecord<>(settings.journalTopic(), 0, notification, null));
    }

    void deadLetter(DeadLetter letter) {
        records.add(letter.record(settings.deadLetterTopic()));
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** All that was said since the last time, and the offsets: all or nothing. */
    void commit(Map<Integer, Long> offsets, ConsumerGroupMetadata group) {
        producer.beginTransaction();
        records.forEach(producer::send);
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        offsets.forEach((partition, offset) ->
                positions.put(new TopicPartition(settings.topic(), partition), new OffsetAndMetadata(offset)));
        producer.sendOffsetsToTransaction(positions, group);
        producer.commitTransaction();
        records.clear();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
