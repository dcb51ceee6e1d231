package io.weir.engine.evaluate;

import io.weir.dsl.plan.AggregateFunction;
import java.util.Set;

/** What a window counts of its events while they enter and leave. */
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

    WindowPart part(Series series) {
        return switch (this) {
            case SUM -> new Total(series.values(), false);
            case SUM_OF_SQUARES -> new Total(series.values(), true);
            case HIGHEST -> new Extremes(series.values(), 1);
            case LOWEST -> new Extremes(series.values(), -1);
            case RANKS -> new Ranks(series.values());
            case DIFFERENT -> new Different(series);
        };
    }
}
