package io.weir.admin.store;

import io.weir.dsl.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How this server reaches Kafka.
 *
 * @param properties for every client: bootstrap servers, TLS, SASL
 */
public record Cluster(Map<String, String> properties, Topics topics) {

    public static final String FROM_EARLIEST = "earliest";
    public static final String FROM_LATEST = "latest";

    /** The largest record of the control topic: a model of 512 kB in base64, and room for releases of many rules. */
    static final int MAX_RECORD_BYTES = 4 << 20;

    /** The same without key, headers and framing. */
    static final int MAX_VALUE_BYTES = MAX_RECORD_BYTES - 4_096;

    static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);

    public Cluster {
        properties = Map.copyOf(properties);
    }

    public Admin admin() {
        return Admin.create(new HashMap<String, Object>(properties));
    }

    /** Reads whole partitions, in no group; a position that the broker no longer has is an error. */
    public Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        return consumer(isolation, "none");
    }

    /**
     * Reads whole partitions, in no group.
     *
     * @param reset where to go on when the broker no longer has the position
     */
    public Consumer<byte[], byte[]> consumer(IsolationLevel isolation, String reset) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, reset);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Producer<byte[], byte[]> transactionalProducer(String transactionalId) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION_TIMEOUT.toMillis());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) TRANSACTION_TIMEOUT.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) TRANSACTION_TIMEOUT.toMillis());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Shared by all writers of one control topic: whoever takes it fences the others. */
    String writerTransactionalId() {
        return topics.prefix() + "-control-writer";
    }
}
