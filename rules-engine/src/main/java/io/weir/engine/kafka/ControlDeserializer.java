package io.weir.engine.kafka;

import io.weir.engine.state.ControlMessage;
import io.weir.engine.state.WireTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Control records as they stand. */
final class ControlDeserializer implements KafkaRecordDeserializationSchema<ControlMessage> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ControlMessage> out) {
        out.collect(ControlTopicReader.message(record));
    }

    @Override
    public TypeInformation<ControlMessage> getProducedType() {
        return WireTypes.CONTROL;
    }
}
