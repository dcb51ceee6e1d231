package io.weir.engine.evaluate;

import io.weir.dsl.plan.GeoPoint;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TestPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of a test as events, in order; an event's offset is its place in the text. */
final class TestEvents {

    private TestEvents() {}

    static List<Row> of(List<TestPlan.Row> rows, Function<StreamSchema, EpochStream> streams) {
        List<Row> events = new ArrayList<>();
        for (TestPlan.Row row : rows) {
            EpochStream stream = streams.apply(row.stream());
            RowWriter writer =
                    new RowWriter(stream.schemaId(), stream.schema().fields().size());
            for (int time = 0; time < row.times(); time++) {
                long at = row.at() + time * row.every().toMillis();
                events.add(event(writer, stream.schema(), row.values(), at, events.size()));
            }
        }
        events.sort(Comparator.comparingLong(Row::time));
        return events;
    }

    private static Row event(RowWriter writer, StreamSchema schema, Map<String, Object> values, long at, long offset) {
        writer.begin();
        values.forEach((field, value) -> set(writer, schema.slotOf(field), value));
        writer.setLong(schema.timeSlot(), at);
        return writer.finish(0, offset, at);
    }

    private static void set(RowWriter writer, int slot, Object value) {
        if (value instanceof String text) {
            writer.setText(slot, text);
        } else if (value instanceof Boolean bool) {
            writer.setBoolean(slot, bool);
        } else if (value instanceof Long number) {
            writer.setLong(slot, number);
        } else if (value instanceof Double number) {
            writer.setDouble(slot, number);
        } else if (value instanceof BigDecimal decimal) {
            writer.setDecimal(slot, decimal);
        } else if (value instanceof MoneyAmount money) {
            writer.setDecimal(slot, money.amount());
        } else if (value instanceof GeoPoint place) {
            writer.setGeo(slot, place.latitude(), place.longitude());
        }
        // A list: no rule that reads one is evaluated.
    }
}
