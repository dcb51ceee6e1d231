package io.weir.engine.evaluate;

import io.weir.dsl.plan.AggregateFunction;
import java.util.Set;

/** What a window counts of its events while they enter and leave; the ordinal is stored, so the order never changes. */
enum Measure {
    SUM,
    SUM_OF_SQUARES,
    HIGHEST,
    LOWEST,
    /** Which value has which place in their order. */
    RANKS,
    /** How many different values. */
    DIFFERENT;

    static Set<Measure> of(AggregateFunction function) {
        return switch (function) {
            case COUNT, FIRST, LAST -> Set.of();
            case SUM, AVERAGE -> Set.of(SUM);
            case STDDEV -> Set.of(SUM, SUM_OF_SQUARES);
            case HIGHEST -> Set.of(HIGHEST);
            case LOWEST -> Set.of(LOWEST);
            case MEDIAN, PERCENTILE -> Set.of(RANKS);
            case DISTINCT -> Set.of(DIFFERENT);
        };
    }

    /** Whether it takes all values to go on: those of a window that are away have to be read again. */
    boolean needsAll() {
        return this == RANKS || this == DIFFERENT;
    }

    /** Whether it does not matter in which order events enter and leave. */
    boolean isTotal() {
        return this == SUM || this == SUM_OF_SQUARES;
    }

    WindowPart part(Series series) {
        return switch (this) {
            case SUM -> new Total(series, false);
            case SUM_OF_SQUARES -> new Total(series, true);
            case HIGHEST -> new Extremes(series, 1);
            case LOWEST -> new Extremes(series, -1);
            case RANKS -> new Ranks(series);
            case DIFFERENT -> new Different(series);
        };
    }
}
