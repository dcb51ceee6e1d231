package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;
import java.util.Arrays;
import java.util.List;

/** Which column holds which field: by the header's names, or in the order of the declaration where there is no header. */
final class CsvColumns {

    private final int[] columnOfSlot;
    private final int count;

    CsvColumns(StreamSchema schema, List<String> header) {
        count = header.isEmpty() ? schema.fields().size() : header.size();
        columnOfSlot = new int[schema.fields().size()];
        Arrays.setAll(
                columnOfSlot,
                slot -> header.isEmpty()
                        ? slot
                        : header.indexOf(name(schema.fields().get(slot))));
    }

    private static String name(Field field) {
        return String.join(".", field.path());
    }

    /** -1 where the header has none for it. */
    int of(int slot) {
        return columnOfSlot[slot];
    }

    void check(CsvRecord csv) throws UnreadableEvent {
        if (csv.count() > count) {
            throw new UnreadableEvent("", csv.count() + " columns, but the header names " + count);
        }
    }
}
