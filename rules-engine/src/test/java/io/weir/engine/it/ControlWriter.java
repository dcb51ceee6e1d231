package io.weir.engine.it;

import io.weir.dsl.contract.ControlCodec;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.Topics;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes control records as a server would: in transactions. */
final class ControlWriter {

    private final String topic;

    ControlWriter(Topics topics) {
        this.topic = topics.control();
    }

    void commit(List<? extends ControlRecord> records) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            send(producer, records);
            producer.commitTransaction();
        }
    }

    void abort(List<? extends ControlRecord> records) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            send(producer, records);
            producer.flush();
            producer.abortTransaction();
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, List<? extends ControlRecord> records) {
        producer.beginTransaction();
        for (ControlRecord record : records) {
            producer.send(new ProducerRecord<>(topic, ControlCodec.key(record), ControlCodec.value(record)));
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Broker.servers());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic + "-" + UUID.randomUUID());
        var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }
}
