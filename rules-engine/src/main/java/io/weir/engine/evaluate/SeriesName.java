package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Window;

/** How aggregates name what is kept for them. */
final class SeriesName {

    private SeriesName() {}

    /** By what it computes, and the form that is kept: a field that changes its type starts another series. */
    static long of(Aggregate aggregate) {
        return StableHash.ofName(aggregate.series() + " " + SeriesKind.of(aggregate));
    }

    static long length(Aggregate aggregate) {
        return ((Window.Time) aggregate.window()).length().toMillis();
    }

    static boolean includesCurrent(Aggregate aggregate) {
        return ((Window.Time) aggregate.window()).includesCurrent();
    }
}
