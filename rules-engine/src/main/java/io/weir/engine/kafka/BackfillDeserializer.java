package io.weir.engine.kafka;

import io.weir.dsl.contract.BackfillRecord;
import io.weir.engine.state.Origin;
import io.weir.engine.state.RawEvent;
import io.weir.engine.state.WireTypes;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events of the past, and where they end. */
// What is transient is there once it is used.
@SuppressWarnings("NullAway.Init")
final class BackfillDeserializer implements KafkaRecordDeserializationSchema<RawEvent> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(BackfillDeserializer.class);
    private static final byte[] NOTHING = {};

    // Neighbouring events mostly share it.
    private transient @Nullable Origin last;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawEvent> out) {
        BackfillRecord read;
        try {
            read = BackfillRecord.of(record.value() == null ? NOTHING : record.value());
        } catch (UncheckedIOException e) {
            LOG.warn("Offset {} of {} is skipped: {}", record.offset(), record.topic(), e.getMessage());
            return;
        }
        switch (read.kind()) {
            case BEGIN -> {}
            case EVENT -> {
                BackfillRecord.Place place = read.place();
                out.collect(RawEvent.of(origin(read), place.partition(), place.offset(), place.time(), read.value()));
            }
            case END ->
                out.collect(RawEvent.of(Origin.ofBackfillsEnd(read.tenant(), read.backfill()), 0, 0, 0, NOTHING));
        }
    }

    private Origin origin(BackfillRecord read) {
        Origin origin = Origin.ofBackfill(
                read.tenant(),
                read.backfill(),
                read.place().stream(),
                read.place().topic());
        Origin known = last;
        if (known != null && known.equals(origin)) {
            return known;
        }
        last = origin;
        return origin;
    }

    @Override
    public TypeInformation<RawEvent> getProducedType() {
        return WireTypes.RAW_EVENT;
    }
}
