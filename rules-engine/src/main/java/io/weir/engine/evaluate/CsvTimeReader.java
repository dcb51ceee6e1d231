package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;
import java.time.ZoneId;
import java.util.List;

/** The time column of a CSV record. */
final class CsvTimeReader implements EventTimeReader {

    private final CsvRecord csv = new CsvRecord();
    private final String name;
    private final int column;
    private final FieldText field;

    CsvTimeReader(StreamSchema schema, ZoneId zone, List<String> header) {
        Field time = schema.fields().get(schema.timeSlot());
        name = time.name();
        column = new CsvColumns(schema, header).of(schema.timeSlot());
        field = new FieldText(time, schema.timeSlot(), zone);
    }

    @Override
    public long timeOf(byte[] bytes) throws UnreadableEvent {
        csv.split(bytes);
        if (column < 0 || column >= csv.count()) {
            throw new UnreadableEvent(name, "missing, and it is the event's time");
        }
        csv.trim(column);
        if (csv.length(column) == 0) {
            throw new UnreadableEvent(name, "missing, and it is the event's time");
        }
        return field.timestamp(csv.chars(), csv.start(column), csv.length(column));
    }
}
