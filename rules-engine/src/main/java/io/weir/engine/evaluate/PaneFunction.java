package io.weir.engine.evaluate;

import io.weir.dsl.plan.AggregateFunction;
import org.jspecify.annotations.Nullable;

/** What is kept of each pane, in so many columns; the ordinal is stored, so the order never changes. */
enum PaneFunction {
    /** How many events. */
    COUNT,
    /** The sum, and of how many. */
    SUM,
    /** The sum, of how many, and the sum of squares. */
    DEVIATION,
    /** One event of each currency. */
    HIGHEST,
    LOWEST,
    /** One event. */
    FIRST,
    LAST;

    /** Null where no less than all values will do. */
    static @Nullable PaneFunction of(AggregateFunction function) {
        return switch (function) {
            case COUNT -> COUNT;
            case SUM, AVERAGE -> SUM;
            case STDDEV -> DEVIATION;
            case HIGHEST -> HIGHEST;
            case LOWEST -> LOWEST;
            case FIRST -> FIRST;
            case LAST -> LAST;
            case DISTINCT, MEDIAN, PERCENTILE -> null;
        };
    }

    /** The first column's kind, where the events' is that one: sums of ints and floats are exact as decimals. */
    SeriesKind values(SeriesKind events) {
        return switch (this) {
            case COUNT -> SeriesKind.LONGS;
            case SUM, DEVIATION -> events == SeriesKind.MONEYS ? events : SeriesKind.DECIMALS;
            case HIGHEST, LOWEST, FIRST, LAST -> events;
        };
    }

    int columns() {
        return switch (this) {
            case DEVIATION -> 3;
            case SUM -> 2;
            case COUNT, HIGHEST, LOWEST, FIRST, LAST -> 1;
        };
    }

    boolean isEvent() {
        return columns() == 1 && this != COUNT;
    }
}
