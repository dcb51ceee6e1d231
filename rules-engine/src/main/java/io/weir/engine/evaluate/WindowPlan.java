package io.weir.engine.evaluate;

/**
 * A sliding window that some rule reads of a series.
 *
 * @param length in milliseconds: events in (t − length, t]
 * @param includesCurrent whether the event at hand is in
 * @param liveFrom events before this event time do not count: the window was not live yet
 */
record WindowPlan(long length, boolean includesCurrent, long liveFrom, boolean sums, boolean highest, boolean lowest) {

    /** The first event time that is in at time t. */
    long from(long time) {
        long first = time - length + 1;
        boolean overflow = first > time;
        return Math.max(overflow ? Long.MIN_VALUE : first, liveFrom);
    }

    WindowPlan with(WindowPlan other) {
        return new WindowPlan(
                length,
                includesCurrent,
                liveFrom,
                sums || other.sums,
                highest || other.highest,
                lowest || other.lowest);
    }
}
