package io.weir.engine.evaluate;

import io.weir.dsl.plan.Window;

/**
 * Which events of a series a window holds.
 *
 * @param length in milliseconds: events in (t − length, t]; or a number of events; 0 for a session
 * @param includesCurrent whether the event at hand is in
 */
record WindowShape(Reach reach, long length, boolean includesCurrent) {

    /** What a window's length is measured in. */
    enum Reach {
        TIME,
        EVENTS,
        SESSION
    }

    static WindowShape of(Window window) {
        if (window instanceof Window.Time time) {
            return new WindowShape(Reach.TIME, time.length().toMillis(), time.includesCurrent());
        } else if (window instanceof Window.Events events) {
            return new WindowShape(Reach.EVENTS, events.count(), events.includesCurrent());
        }
        return new WindowShape(Reach.SESSION, 0, true);
    }

    /** How many events have to be kept for it: the one at hand too, where the window is about those before it. */
    int events() {
        return Math.toIntExact(length) + (includesCurrent ? 0 : 1);
    }

    /** The first event time that is in at time t. */
    long from(long time) {
        long first = time - (reach == Reach.TIME ? length : Retention.LONGEST) + 1;
        return first > time ? Long.MIN_VALUE : first;
    }
}
