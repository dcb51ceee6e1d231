package io.weir.engine.kafka;

import io.weir.engine.KafkaAccess;
import io.weir.engine.state.OutRecord;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Records as Kafka's producer takes them; one that is too long becomes a dead letter, for a refused one would end the job. */
final class OutRecordWriter implements KafkaRecordSerializationSchema<OutRecord>, KafkaDatasetFacetProvider {

    private static final long serialVersionUID = 1L;

    /** Rules name topics of their own at any time, so all are told but Kafka's internal ones. */
    private static final Pattern TOPICS = Pattern.compile("(?!__).*");

    private final int maxBytes;
    private final String deadLetter;

    OutRecordWriter(KafkaAccess kafka) {
        this.maxBytes = kafka.maxRecordBytes();
        this.deadLetter = kafka.topics().deadLetter();
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            OutRecord record, KafkaSinkContext context, @Nullable Long timestamp) {
        OutRecord fitting = record.size() <= maxBytes ? record : TooLong.deadLetter(record, maxBytes, deadLetter);
        ProducerRecord<byte[], byte[]> out = new ProducerRecord<>(fitting.topic(), fitting.key(), fitting.value());
        for (OutRecord.Header header : fitting.headers()) {
            out.headers().add(header.name(), header.value());
        }
        return out;
    }

    /** Where a starting sink looks for transactions that an earlier run left open. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofPattern(TOPICS)));
    }
}
