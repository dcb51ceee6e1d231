package io.weir.engine.it;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes events to a topic. */
final class Events implements AutoCloseable {

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    Events(String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Broker.servers(), ProducerConfig.LINGER_MS_CONFIG, 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** @param at event time in milliseconds */
    void login(int partition, String user, String outcome, long at) {
        send(partition, "{\"userId\":\"" + user + "\",\"outcome\":\"" + outcome + "\",\"at\":" + at + "}");
    }

    void send(int partition, String text) {
        send(partition, text.getBytes(StandardCharsets.UTF_8));
    }

    void send(int partition, byte[] value) {
        producer.send(new ProducerRecord<>(topic, partition, null, value));
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
