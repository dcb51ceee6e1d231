package io.weir.engine.kafka;

import io.weir.engine.KafkaAccess;
import io.weir.engine.state.OutRecord;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What the jobs write. */
public final class KafkaSinks {

    /** Room for what Kafka adds to a record. */
    private static final int FRAMING = 65_536;

    private KafkaSinks() {}

    /**
     * Each record once, visible to readers of committed records at the next checkpoint.
     *
     * @param name of the engine or job; two that run at once have two
     */
    public static KafkaSink<OutRecord> exactlyOnce(KafkaAccess kafka, String name) {
        return builder(kafka)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(kafka.topicsPrefix() + "-" + name)
                // A few names that are used again and again: with frequent checkpoints, new ones would fill the
                // broker's memory.
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .build();
    }

    /** Visible at once; after a failure, some perhaps twice. */
    public static KafkaSink<OutRecord> atLeastOnce(KafkaAccess kafka) {
        return builder(kafka)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
    }

    private static KafkaSinkBuilder<OutRecord> builder(KafkaAccess kafka) {
        return KafkaSink.<OutRecord>builder()
                .setKafkaProducerConfig(properties(kafka))
                .setBootstrapServers(kafka.bootstrapServers())
                .setRecordSerializer(new OutRecordWriter(kafka));
    }

    private static Properties properties(KafkaAccess kafka) {
        Properties properties = kafka.clientProperties();
        properties.setProperty(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Long.toString(kafka.transactionTimeout().toMillis()));
        properties.setProperty(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(kafka.maxRecordBytes() + FRAMING));
        return properties;
    }
}
