package io.weir.engine.evaluate;

import java.util.EnumSet;
import java.util.Set;

/**
 * A sliding window that some rule reads of a series.
 *
 * @param liveFrom events before this event time do not count: the window was not live yet
 * @param measures what is counted of its events, besides how many there are
 */
record WindowPlan(WindowShape shape, long liveFrom, Set<Measure> measures) {

    WindowPlan {
        measures = Set.copyOf(measures);
    }

    /** The first event time that is in at time t. */
    long from(long time) {
        return Math.max(shape.from(time), liveFrom);
    }

    WindowPlan with(WindowPlan other) {
        EnumSet<Measure> both = EnumSet.noneOf(Measure.class);
        both.addAll(measures);
        both.addAll(other.measures);
        return new WindowPlan(shape, liveFrom, both);
    }
}
