package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Window;

/**
 * An aggregate with what names its series.
 *
 * @param series what it computes, and the form that is kept: a field that changes its type starts another series
 * @param name the 64-bit hash of that: is stored
 * @param length of its window, in milliseconds
 */
record PlannedAggregate(
        Aggregate aggregate, String series, long name, SeriesKind kind, long length, boolean includesCurrent) {

    static PlannedAggregate of(Aggregate aggregate) {
        SeriesKind kind = SeriesKind.of(aggregate);
        String series = aggregate.series() + " " + kind;
        Window.Time window = (Window.Time) aggregate.window();
        return new PlannedAggregate(
                aggregate,
                series,
                StableHash.ofName(series),
                kind,
                window.length().toMillis(),
                window.includesCurrent());
    }
}
