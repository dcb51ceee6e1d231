package io.weir.dsl.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate over a key's events of one stream.
 *
 * @param rank from 0 to 100, of {@code PERCENTILE}; null for any other
 * @param operand what is summed, compared or counted by its different values; null for {@code COUNT}
 * @param where which of the stream's events are counted; null for all; may ask for equality with the triggering event
 * @param label what alerts call its value, unique within the rule
 */
public record Aggregate(
        AggregateFunction function,
        @Nullable BigDecimal rank,
        StreamSchema stream,
        @Nullable Expr operand,
        @Nullable Expr where,
        Window window,
        Type type,
        String label) {

    /**
     * Names the events and the number that are kept: aggregates of one key that differ in function or window alone share their
     * state.
     */
    public String series() {
        return "series(`" + stream.name() + "`, " + (operand == null ? "1" : operand.canonical()) + ", "
                + (where == null ? "true" : where.canonical()) + ")";
    }
}
