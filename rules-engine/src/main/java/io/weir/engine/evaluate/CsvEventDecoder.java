package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Type;
import java.time.ZoneId;
import java.util.List;

/** CSV records into rows. An empty column is a missing value; a quoted empty text is an empty text, or an empty list. */
final class CsvEventDecoder implements EventDecoder {

    private final CsvRecord csv = new CsvRecord();
    private final CsvColumns columns;
    private final FieldText[] fields;
    private final boolean[] isText;
    private final boolean[] isList;
    private final RequiredFields required;
    private final RowWriter row;
    private final int timeSlot;

    CsvEventDecoder(StreamSchema schema, int schemaId, ZoneId zone, List<String> header) {
        columns = new CsvColumns(schema, header);
        fields = new FieldText[schema.fields().size()];
        isText = new boolean[fields.length];
        isList = new boolean[fields.length];
        for (int slot = 0; slot < fields.length; slot++) {
            Field field = schema.fields().get(slot);
            fields[slot] = new FieldText(field, slot, zone);
            isText[slot] = field.type() == Type.Scalar.TEXT;
            isList[slot] = field.type() instanceof Type.ListOf;
        }
        required = new RequiredFields(schema);
        row = new RowWriter(schemaId, fields.length);
        timeSlot = schema.timeSlot();
    }

    @Override
    public Row decode(byte[] bytes, int partition, long offset) throws UnreadableEvent {
        csv.split(bytes);
        columns.check(csv);
        row.begin();
        for (int slot = 0; slot < fields.length; slot++) {
            int column = columns.of(slot);
            if (column >= 0 && column < csv.count()) {
                write(slot, column);
            }
        }
        required.check(row);
        return row.finish(partition, offset, row.bitsAt(timeSlot));
    }

    private void write(int slot, int column) throws UnreadableEvent {
        if (!isText[slot]) {
            csv.trim(column);
        }
        if (csv.length(column) > 0 || (isText[slot] || isList[slot]) && csv.isQuoted(column)) {
            fields[slot].write(row, csv.chars(), csv.start(column), csv.length(column));
        }
    }
}
