package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.Format;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TablePlan;
import io.weir.dsl.plan.Type;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON into rows of a table. One in which no column but the key has a value ends the row of that key. Not for two threads at once. */
public final class TableRowDecoder {

    private static final String VALID_FROM = "validFrom";

    private final TablePlan table;
    private final int keys;
    private final int validFrom;
    private final StreamSchema schema;
    private final JsonEventDecoder json;
    private final KeyCodec codec = new KeyCodec();

    /** @param zone of times that name none */
    public TableRowDecoder(TablePlan table, ZoneId zone) {
        this.table = table;
        keys = table.keys().size();
        List<Field> fields = new ArrayList<>(fields(table));
        validFrom = table.versioned() ? fields.size() : -1;
        if (table.versioned()) {
            fields.add(field(VALID_FROM, Type.Scalar.TIMESTAMP));
        }
        schema = new StreamSchema(table.name(), fields, validFrom, Duration.ZERO, table.topic(), Format.JSON);
        json = new JsonEventDecoder(schema, 0, zone);
    }

    /** The columns, as fields of its rows: those of the key first. */
    static List<Field> fields(TablePlan table) {
        List<Field> fields = new ArrayList<>();
        table.keys().forEach(column -> fields.add(field(column.name(), column.type())));
        table.columns().forEach(column -> fields.add(field(column.name(), column.type())));
        return fields;
    }

    private static Field field(String name, Type type) {
        return new Field(name, type, true, List.of(name), -1);
    }

    public TableRow decode(byte[] bytes) throws UnreadableEvent {
        return of(json.decode(bytes, 0, 0));
    }

    /** The other way to write one: from values as in {@link io.weir.dsl.plan.Expr.Constant}, by column. */
    TableRow of(Map<String, Object> values, long from) throws UnreadableEvent {
        RowWriter writer = new RowWriter(0, schema.fields().size()).begin();
        values.forEach((column, value) -> writer.setValue(schema.slotOf(column), value));
        if (validFrom >= 0) {
            writer.setLong(validFrom, from);
        }
        return of(writer.finish(0, 0, 0));
    }

    private TableRow of(Row row) throws UnreadableEvent {
        boolean ended = true;
        for (int slot = 0; slot < keys; slot++) {
            require(row, slot);
        }
        for (int i = 0; i < table.columns().size(); i++) {
            ended &= !row.isPresent(keys + i);
        }
        for (int i = 0; i < table.columns().size() && !ended; i++) {
            if (!table.columns().get(i).nullable()) {
                require(row, keys + i);
            }
        }
        long from = validFrom < 0 ? Long.MIN_VALUE : row.bitsAt(validFrom);
        return new TableRow(key(row), from, ended ? null : row.bytes());
    }

    private void require(Row row, int slot) throws UnreadableEvent {
        if (!row.isPresent(slot)) {
            throw new UnreadableEvent(schema.fields().get(slot).name(), "missing in a row of table " + table.name());
        }
    }

    private byte[] key(Row row) {
        codec.begin();
        for (int slot = 0; slot < keys; slot++) {
            codec.append(row, slot, table.keys().get(slot).type(), -1);
        }
        return codec.finish();
    }
}
