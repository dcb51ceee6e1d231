package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * A sliding window over a series, with what it holds already counted: it moves forward with the events, and each enters and leaves
 * it once. It is not stored; after a restore it counts its events once. Asked for an earlier time it counts anew.
 */
final class WindowCursor {

    final WindowPlan plan;
    private final Series series;
    private final WindowPart[] parts;
    private final @Nullable WindowPart[] byMeasure = new WindowPart[Measure.values().length];
    private long from;
    private long to;
    /** The last event in whose currency differs from the one before it. */
    private long currencyChange;

    WindowCursor(WindowPlan plan, Series series) {
        this.plan = plan;
        this.series = series;
        for (Measure measure : plan.measures()) {
            byMeasure[measure.ordinal()] = measure.part(series);
        }
        parts = plan.measures().stream().map(this::part).toArray(WindowPart[]::new);
        restart(series.first());
    }

    /**
     * Moves to an event at that time, which the series has already. What is newer is not in.
     *
     * @param passed whether it is the series' last of its time, or would be if it had a value
     */
    WindowCursor moveTo(long time, boolean passed) {
        boolean leftOut = passed && !plan.shape().includesCurrent();
        long end = series.firstAfter(time);
        long places = series.place(end);
        boolean hasValue = end > series.first() && series.ordinals().of(end - 1) == places - 1;
        move(plan.from(time), leftOut ? places - 1 : places, leftOut && hasValue ? end - 1 : end);
        return this;
    }

    /** Moves to the events at or after a time and before another one; one of a number of events to the last ones before that. */
    WindowCursor moveBetween(long start, long end) {
        long newTo = series.firstFrom(end);
        long places = series.place(newTo);
        boolean ofEvents = plan.shape().reach() == WindowShape.Reach.EVENTS;
        move(ofEvents ? plan.from(end - 1) : Math.max(start, plan.liveFrom()), places, newTo);
        return this;
    }

    /** @param places how many events have passed the aggregate's {@code where} up to there */
    private void move(long oldest, long places, long newTo) {
        long firstPlace = plan.shape().reach() == WindowShape.Reach.EVENTS
                ? places - plan.shape().length()
                : Long.MIN_VALUE;
        long newFrom = firstFrom(oldest, firstPlace);
        if (series.lostUntil() >= oldest && (newFrom == series.first() && lacks(firstPlace))) {
            throw new RuleFailure("more events of one key within a window of an aggregate than are kept: "
                    + Retention.MOST_EVENTS + ", with " + Retention.MOST_VALUES
                    + " values that are compared with the triggering event");
        }
        slide(Math.min(newFrom, newTo), newTo);
    }

    /** Whether there were events before the first that is kept which would be in. */
    private boolean lacks(long firstPlace) {
        return series.size() == 0 || series.ordinals().of(series.first()) > firstPlace;
    }

    /** The first event that is in, found from where the window began in steps that double. */
    private long firstFrom(long oldest, long firstPlace) {
        long low = Math.max(from, series.first());
        while (low > series.first() && isIn(low - 1, oldest, firstPlace)) {
            low--;
        }
        long end = series.end();
        long step = 1;
        while (low + step < end && !isIn(low + step - 1, oldest, firstPlace)) {
            low += step;
            step *= 2;
        }
        long high = Math.min(low + step, end);
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (isIn(middle, oldest, firstPlace)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean isIn(long index, long oldest, long firstPlace) {
        return series.time(index) >= oldest
                && (firstPlace == Long.MIN_VALUE || series.ordinals().of(index) >= firstPlace);
    }

    private void slide(long newFrom, long newTo) {
        if (newFrom < from || newTo < to || newFrom >= to) {
            restart(newFrom);
        }
        for (; to < newTo; to++) {
            enter(to);
        }
        while (from < newFrom) {
            leave(from++);
        }
    }

    private void restart(long index) {
        from = index;
        to = index;
        currencyChange = -1;
        for (WindowPart part : parts) {
            part.restart(index);
        }
    }

    private void enter(long index) {
        for (WindowPart part : parts) {
            part.enter(index);
        }
        SeriesValues values = series.values();
        if (index > from && values.currency(index) != values.currency(index - 1)) {
            currencyChange = index;
        }
    }

    private void leave(long index) {
        for (WindowPart part : parts) {
            part.leave(index);
        }
    }

    /** The series drops its first event. */
    void forget(long index) {
        if (to <= index) {
            restart(index + 1);
        } else if (from <= index) {
            leave(from++);
        }
    }

    Series series() {
        return series;
    }

    long first() {
        return from;
    }

    long last() {
        return to - 1;
    }

    long count() {
        return to - from;
    }

    boolean hasTwoCurrencies() {
        return currencyChange > from;
    }

    /** What the plan says that it counts. */
    WindowPart part(Measure measure) {
        WindowPart part = byMeasure[measure.ordinal()];
        if (part == null) {
            throw new IllegalStateException("A window without its " + measure + " is read (DEVELOPER)");
        }
        return part;
    }
}
