package io.weir.samples.notifier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes alerts in transactions, as Weir does. */
final class AlertTopic implements AutoCloseable {

    private final String servers;
    private final String topic;
    private final KafkaProducer<String, String> producer;

    AlertTopic(String servers, String topic) throws Exception {
        this.servers = servers;
        this.topic = topic;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(Set.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "transactional.id", topic + "-engine"),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
    }

    void begin() {
        producer.beginTransaction();
    }

    void alert(String id, String rule, String user, String text) {
        record(user, Alerts.json(id, rule, user, text), Alert.TYPE);
    }

    void record(String key, String value, String type) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, "acme/" + key, value);
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        producer.send(record);
    }

    void commit() {
        producer.commitTransaction();
    }

    void abort() {
        producer.flush();
        producer.abortTransaction();
    }

    /** Everything on a topic of one partition. */
    List<ConsumerRecord<String, String>> all(String name) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(name, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        producer.close();
    }
}
