package io.weir.engine.evaluate;

import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TestPlan;
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
        values.forEach((field, value) -> writer.setValue(schema.slotOf(field), value));
        writer.setLong(schema.timeSlot(), at);
        return writer.finish(0, offset, at);
    }
}
