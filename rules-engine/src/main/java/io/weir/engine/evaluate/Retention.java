package io.weir.engine.evaluate;

import java.time.Duration;

/**
 * How long the events of a series are kept.
 *
 * @param length the longest window of time, in milliseconds
 * @param events the longest window of a number of events; 0 for none
 * @param session whether those of the running session are kept
 */
record Retention(long length, int events, boolean session) {

    /** However few there are, and however long a session goes on. */
    static final long LONGEST = Duration.ofDays(90).toMillis();

    /** More than these are not kept in one series. */
    static final int MOST_EVENTS = 1_000_000;

    /** Nor more series of one name, for different values: one takes as much as some events. */
    static final int MOST_VALUES = 100_000;

    static final Retention NOTHING = new Retention(0, 0, false);

    Retention and(WindowShape window) {
        return switch (window.reach()) {
            case TIME -> new Retention(Math.max(length, window.length()), events, session);
            case EVENTS -> new Retention(length, Math.max(events, window.events()), session);
            case SESSION -> new Retention(length, events, true);
        };
    }

    /** The event time from which no window reaches an event of the given time. */
    long end(long time) {
        long longest = events > 0 || session ? Math.max(length, LONGEST) : length;
        return after(time, longest);
    }

    /** The event time from which no window of time reaches it. */
    long endOfTime(long time) {
        return after(time, length);
    }

    static long after(long time, long length) {
        long end = time + length;
        return end < time ? Long.MAX_VALUE : end;
    }
}
