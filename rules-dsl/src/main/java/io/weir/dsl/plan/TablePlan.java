package io.weir.dsl.plan;

import java.util.List;

/**
 * Reference data by its key.
 *
 * @param columns what a row holds besides: one called {@code value}, or the fields of the record
 * @param versioned rows have a time from which they hold
 */
public record TablePlan(String name, List<Column> keys, List<Column> columns, boolean versioned, String topic) {

    /** A column and whether a row may leave it out; a key's may not. */
    public record Column(String name, Type type, boolean nullable) {}

    public TablePlan {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
    }
}
