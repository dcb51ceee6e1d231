package io.weir.dsl.plan;

import java.time.Duration;

/** When a rule is evaluated. */
public sealed interface Timing {

    /** For each event of the streams that it watches. */
    record EachEvent() implements Timing {}

    /** At each UTC-aligned boundary, for each key with an event in the windows that the rule reads. */
    record Every(Duration length) implements Timing {

        private static final Duration WEEK = Duration.ofDays(7);
        private static final long A_MONDAY = Duration.ofDays(4).toMillis();

        /**
         * The last boundary at or before a time, both in milliseconds since 1970-01-01T00:00:00Z. Whole weeks are counted from a
         * Monday, anything else from that day, whether or not it fits a day evenly.
         */
        public long boundary(long time) {
            long millis = length.toMillis();
            long origin = millis % WEEK.toMillis() == 0 ? A_MONDAY : 0;
            return time - Math.floorMod(time - origin, millis);
        }
    }

    /** When so much time has passed since the key's last event. */
    record SessionEnd(Duration gap) implements Timing {}
}
