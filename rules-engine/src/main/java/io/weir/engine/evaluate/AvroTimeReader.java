package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;
import java.time.ZoneId;

/** Passes over what stands before the time and stops behind it; what follows is not looked at. */
final class AvroTimeReader implements EventTimeReader {

    private final AvroPlans plans;
    private final AvroBytes in = new AvroBytes();
    private final RowWriter row = new RowWriter(0, 1);
    private final String name;

    AvroTimeReader(StreamSchema schema, ZoneId zone, WriterSchemas writers) {
        Field time = schema.fields().get(schema.timeSlot());
        plans = AvroPlans.ofOne(time, zone, writers);
        name = time.name();
    }

    @Override
    public long timeOf(byte[] bytes) throws UnreadableEvent {
        AvroStep plan = plans.of(bytes);
        row.begin();
        in.begin(bytes, AvroPlans.FRAME);
        plan.run(in, row);
        if (!row.isSet(0)) {
            throw new UnreadableEvent(name, "missing, and it is the event's time");
        }
        return row.bitsAt(0);
    }
}
