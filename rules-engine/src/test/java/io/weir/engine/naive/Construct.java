package io.weir.engine.naive;

import java.util.EnumSet;
import java.util.Set;

/** What a random rule may have besides comparisons, lets and alerts. */
public enum Construct {
    /** {@code over the last 5 seconds}, with {@code count, sum, average, highest, lowest}. */
    TIME_WINDOWS,
    /** {@code at most once per}. */
    THROTTLING,
    MONEY,
    SCORES,
    SEVERAL_STREAMS,
    /** {@code stddev, distinct, first, last, median, percentile}. */
    OTHER_AGGREGATES,
    EVENT_WINDOWS,
    TRIGGER_IN_AGGREGATE,
    FEATURES,
    /** {@code by k, in C owner}. */
    OTHER_KEY,
    TIERS,
    EMIT,
    ROUTE,
    PREVIOUS,
    TRENDS,
    EVERY,
    SESSIONS,
    RELAXED_SEQUENCES,
    STRICT_SEQUENCES,
    FOLLOWED,
    NOT_FOLLOWED,
    TABLES,
    CONVERSION,
    PUBLISHED_LISTS,
    /** Lists in events. */
    LISTS,
    /** {@code distance, speed, elapsed}. */
    JOURNEYS,
    DATES;

    /** Everything of the language. */
    public static Set<Construct> all() {
        return EnumSet.allOf(Construct.class);
    }
}
