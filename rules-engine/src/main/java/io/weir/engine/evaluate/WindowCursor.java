package io.weir.engine.evaluate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A sliding window over a series, with what it holds already counted: it moves forward with the events, and each enters and leaves
 * it once. Where only sums are asked for it moves back as well; otherwise, asked for an earlier time, it counts anew.
 */
final class WindowCursor {

    final WindowPlan plan;
    private final Series series;
    private final WindowPart[] parts;
    private final @Nullable WindowPart[] byMeasure = new WindowPart[Measure.values().length];
    private long from;
    private long to;
    /** How many events in it have another currency than the one before them in it. */
    private long currencyChanges;
    /** Whether it does not matter in which order events enter and leave. */
    private final boolean totals;

    WindowCursor(WindowPlan plan, Series series) {
        this.plan = plan;
        this.series = series;
        for (Measure measure : plan.measures()) {
            byMeasure[measure.ordinal()] = measure.part(series);
        }
        parts = plan.measures().stream().map(this::part).toArray(WindowPart[]::new);
        totals = plan.measures().stream().allMatch(Measure::isTotal);
        restart(series.first());
    }

    /** The same for a series with the same events; only of one that can be stored. */
    WindowCursor copy(Series other) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CursorCodec.write(this, new DataOutputStream(bytes));
            return CursorCodec.read(other, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it was stored; its parts are filled by the caller. */
    void restore(long storedFrom, long count, long changes) {
        restart(storedFrom);
        to = storedFrom + count;
        currencyChanges = changes;
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
        boolean hasValue = end > series.first() && series.place(end - 1) == places - 1;
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
        return series.size() == 0 || series.place(series.first()) > firstPlace;
    }

    /** The first event that is in, found from where the window began in steps that double. */
    private long firstFrom(long oldest, long firstPlace) {
        if (series.size() > 0 && !isIn(series.end() - 1, oldest, firstPlace)) {
            return series.end();
        }
        long low = Math.max(from, series.first());
        long open = series.open().first();
        if (low < open && !isIn(open, oldest, firstPlace)) {
            low = open + 1;
        }
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
        return series.time(index) >= oldest && (firstPlace == Long.MIN_VALUE || series.place(index) >= firstPlace);
    }

    private void slide(long newFrom, long newTo) {
        boolean back = newFrom < from || newTo < to;
        if (newFrom >= to || newTo <= from || back && !totals) {
            restart(newFrom);
        }
        while (from > newFrom) {
            from--;
            enter(from);
            currencyChanges += from + 1 < to ? change(from + 1) : 0;
        }
        for (; to < newTo; to++) {
            enter(to);
            currencyChanges += to > from ? change(to) : 0;
        }
        while (from < newFrom) {
            leaveFirst();
        }
        while (to > newTo) {
            to--;
            leave(to);
            currencyChanges -= to > from ? change(to) : 0;
        }
    }

    void restart(long index) {
        from = index;
        to = index;
        currencyChanges = 0;
        for (WindowPart part : parts) {
            part.restart(index);
        }
    }

    private void enter(long index) {
        for (WindowPart part : parts) {
            part.enter(index);
        }
    }

    private void leaveFirst() {
        leave(from);
        from++;
        currencyChanges -= from < to ? change(from) : 0;
    }

    private void leave(long index) {
        for (WindowPart part : parts) {
            part.leave(index);
        }
    }

    /** 1 where an event has another currency than the one before it. */
    private int change(long index) {
        return change(index - 1, index);
    }

    private int change(long before, long index) {
        if (series.kind() != SeriesKind.MONEYS) {
            return 0;
        }
        return series.values(before).currency(before) == series.values(index).currency(index) ? 0 : 1;
    }

    /**
     * An event has come late, and got that index: those behind it have moved on by one.
     *
     * @return false where the window has to be counted anew
     */
    boolean inserted(long index) {
        if (index >= to) {
            return true;
        } else if (!totals) {
            return false;
        }
        to++;
        if (index <= from) {
            from++;
            return true;
        }
        enter(index);
        currencyChanges += change(index) - (index + 1 < to ? change(index - 1, index + 1) - change(index + 1) : 0);
        return true;
    }

    /** The series drops its first event. */
    void forget(long index) {
        if (to <= index) {
            restart(index + 1);
        } else if (from <= index) {
            leaveFirst();
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

    long currencyChanges() {
        return currencyChanges;
    }

    boolean hasTwoCurrencies() {
        return currencyChanges > 0;
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
