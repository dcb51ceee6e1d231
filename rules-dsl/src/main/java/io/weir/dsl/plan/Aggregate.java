package io.weir.dsl.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate over a key's events of one stream.
 *
 * @param approximate whether sketches answer, with an error, in place of the values: {@link Sketches}; over a window of time alone
 * @param rank from 0 to 100, of {@code PERCENTILE}; null for any other
 * @param operand what is summed, compared or counted by its different values; null for {@code COUNT}
 * @param where which of the stream's events are counted; null for all; may ask for equality with the triggering event
 * @param label what alerts call its value, unique within the rule
 */
public record Aggregate(
        AggregateFunction function,
        boolean approximate,
        @Nullable BigDecimal rank,
        StreamSchema stream,
        @Nullable Expr operand,
        @Nullable Expr where,
        Window window,
        Type type,
        String label) {

    /**
     * Names the events and the number that are kept: aggregates of one key that differ in function or window alone share their
     * state. Sketches are shared by those that look equally far back.
     */
    public String series() {
        return approximate ? sketch() : events();
    }

    private String sketch() {
        Window.Time time = (Window.Time) window;
        return "sketch of " + (function == AggregateFunction.DISTINCT ? "different" : "ranks") + " over the "
                + (time.includesCurrent() ? "last " : "previous ")
                + time.length().toMillis() + " of " + events();
    }

    private String events() {
        return "series(`" + stream.name() + "`, " + (operand == null ? "1" : operand.canonical()) + ", "
                + (where == null ? "true" : where.canonical()) + ")";
    }
}
