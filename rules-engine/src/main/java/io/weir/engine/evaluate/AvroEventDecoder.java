package io.weir.engine.evaluate;

import io.weir.dsl.plan.StreamSchema;
import java.time.ZoneId;

/** Avro straight into rows, as the writer's schema says: no record objects, and what the stream does not declare is passed over. */
final class AvroEventDecoder implements EventDecoder {

    private final AvroPlans plans;
    private final AvroBytes in = new AvroBytes();
    private final RequiredFields required;
    private final RowWriter row;
    private final int timeSlot;

    AvroEventDecoder(StreamSchema schema, int schemaId, ZoneId zone, WriterSchemas writers) {
        plans = AvroPlans.of(schema.fields(), zone, writers);
        required = new RequiredFields(schema);
        row = new RowWriter(schemaId, schema.fields().size());
        timeSlot = schema.timeSlot();
    }

    @Override
    public Row decode(byte[] bytes, int partition, long offset) throws UnreadableEvent {
        AvroStep plan = plans.of(bytes);
        row.begin();
        in.begin(bytes, AvroPlans.FRAME);
        plan.run(in, row);
        in.expectEnd();
        required.check(row);
        return row.finish(partition, offset, row.bitsAt(timeSlot));
    }
}
