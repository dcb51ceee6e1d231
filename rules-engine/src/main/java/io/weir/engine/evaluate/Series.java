package io.weir.engine.evaluate;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The events of one key that some aggregates count, oldest first: time and number, packed in rings. All windows over them share
 * them. An event's index counts from the series' beginning and never changes.
 */
final class Series {

    private static final int SMALLEST = 4;

    final long name;
    final SeriesKind kind;
    private long retention;
    private long[] times = new long[SMALLEST];
    private long[] values;
    private @Nullable BigDecimal @Nullable [] bigs;
    private long[] currencies;
    private long first;
    private int size;
    private @Nullable SeriesPlan plan;
    private @Nullable WindowCursor[] cursors = new WindowCursor[0];

    Series(long name, SeriesKind kind, long retention) {
        this.name = name;
        this.kind = kind;
        this.retention = retention;
        values = kind == SeriesKind.TIMES ? new long[0] : new long[SMALLEST];
        currencies = kind == SeriesKind.MONEYS ? new long[SMALLEST] : new long[0];
    }

    /** The same events; windows are counted anew. */
    Series copy() {
        Series copy = new Series(name, kind, retention);
        copy.times = times.clone();
        copy.values = values.clone();
        copy.bigs = bigs == null ? null : bigs.clone();
        copy.currencies = currencies.clone();
        copy.first = first;
        copy.size = size;
        return copy;
    }

    /** Sets which windows are read from now on; those that were read before keep their counts. */
    void plan(SeriesPlan newPlan) {
        if (plan == newPlan) {
            return;
        }
        WindowCursor[] adopted = new WindowCursor[newPlan.windows().size()];
        for (int i = 0; i < adopted.length; i++) {
            for (WindowCursor cursor : cursors) {
                if (cursor != null && cursor.plan.equals(newPlan.windows().get(i))) {
                    adopted[i] = cursor;
                }
            }
        }
        cursors = adopted;
        plan = newPlan;
        retention = newPlan.retention();
    }

    /** A window of the plan, moved to an event at that time. */
    WindowCursor window(int index, long time, boolean feedsOnCurrent) {
        WindowCursor cursor = cursors[index];
        if (cursor == null) {
            if (plan == null) {
                throw new IllegalStateException("A series without a plan is read (DEVELOPER)");
            }
            cursor = new WindowCursor(plan.windows().get(index), this);
            cursors[index] = cursor;
        }
        boolean leavesOutLast = feedsOnCurrent && !cursor.plan.includesCurrent();
        cursor.moveTo(time, leavesOutLast ? end() - 1 : end());
        return cursor;
    }

    /** Adds an event; its number is set by the caller at the index that is answered. */
    long add(long time) {
        if (size == times.length) {
            grow();
        }
        long index = end();
        size++;
        int at = at(index);
        times[at] = time;
        if (bigs != null) {
            bigs[at] = null;
        }
        return index;
    }

    void setValue(long index, long value) {
        values[at(index)] = value;
    }

    void setDecimal(long index, long unscaled, int scale) {
        if (unscaled << 8 >> 8 == unscaled && scale < Row.BIG) {
            setValue(index, unscaled << 8 | scale);
        } else {
            setDecimal(index, BigDecimal.valueOf(unscaled, scale));
        }
    }

    void setDecimal(long index, BigDecimal value) {
        BigDecimal[] all = bigs == null ? new BigDecimal[times.length] : bigs;
        bigs = all;
        all[at(index)] = value;
        setValue(index, Row.BIG);
    }

    void setCurrency(long index, long currency) {
        currencies[at(index)] = currency;
    }

    /** Events of a key come in order; one that does not is put in its place, and the windows are counted anew. */
    void sortLast() {
        for (long index = end() - 1; index > first && time(index - 1) > time(index); index--) {
            swap(at(index), at(index - 1));
            Arrays.fill(cursors, null);
        }
    }

    private void swap(int a, int b) {
        swap(times, a, b);
        if (values.length > 0) {
            swap(values, a, b);
        }
        if (currencies.length > 0) {
            swap(currencies, a, b);
        }
        if (bigs != null) {
            BigDecimal big = bigs[a];
            bigs[a] = bigs[b];
            bigs[b] = big;
        }
    }

    private static void swap(long[] array, int a, int b) {
        long value = array[a];
        array[a] = array[b];
        array[b] = value;
    }

    private void grow() {
        int capacity = times.length * 2;
        times = unrolled(times, capacity);
        values = values.length == 0 ? values : unrolled(values, capacity);
        currencies = currencies.length == 0 ? currencies : unrolled(currencies, capacity);
        if (bigs != null) {
            BigDecimal[] grown = new BigDecimal[capacity];
            for (int i = 0; i < size; i++) {
                grown[(int) (first + i) & capacity - 1] = bigs[(int) (first + i) & bigs.length - 1];
            }
            bigs = grown;
        }
    }

    private long[] unrolled(long[] ring, int capacity) {
        long[] grown = new long[capacity];
        for (int i = 0; i < size; i++) {
            grown[(int) (first + i) & capacity - 1] = ring[(int) (first + i) & ring.length - 1];
        }
        return grown;
    }

    /** Drops what no window reaches at or after that time. */
    void expire(long time) {
        while (size > 0 && reachOf(time(first)) <= time) {
            for (WindowCursor cursor : cursors) {
                if (cursor != null) {
                    cursor.forget(first);
                }
            }
            first++;
            size--;
        }
    }

    /** The event time from which no window reaches an event of the given time. */
    private long reachOf(long time) {
        long reach = time + retention;
        return reach < time ? Long.MAX_VALUE : reach;
    }

    /** When the last of its events will have expired. */
    long lastExpiry() {
        return size == 0 ? Long.MIN_VALUE : reachOf(time(end() - 1));
    }

    int size() {
        return size;
    }

    long retention() {
        return retention;
    }

    long first() {
        return first;
    }

    /** One past the last event's index. */
    long end() {
        return first + size;
    }

    long time(long index) {
        return times[at(index)];
    }

    /** An int, a float's bits, or a decimal as it is packed. */
    long value(long index) {
        return values[at(index)];
    }

    boolean isCompact(long index) {
        return Row.isCompact(value(index));
    }

    BigDecimal decimal(long index) {
        long bits = value(index);
        if (Row.isCompact(bits)) {
            return BigDecimal.valueOf(bits >> 8, (int) (bits & Row.BIG));
        }
        BigDecimal big = bigs == null ? null : bigs[at(index)];
        if (big == null) {
            throw new IllegalStateException("A decimal is lost from a series (DEVELOPER)");
        }
        return big;
    }

    long currency(long index) {
        return currencies[at(index)];
    }

    int compare(long a, long b) {
        long left = value(a);
        long right = value(b);
        return switch (kind) {
            case TIMES, LONGS -> Long.compare(left, right);
            case DOUBLES -> Double.compare(Double.longBitsToDouble(left), Double.longBitsToDouble(right));
            case DECIMALS, MONEYS ->
                Row.isCompact(left) && Row.isCompact(right)
                        ? Decimals.compare(left >> 8, (int) (left & Row.BIG), right >> 8, (int) (right & Row.BIG))
                        : decimal(a).compareTo(decimal(b));
        };
    }

    private int at(long index) {
        return (int) index & times.length - 1;
    }
}
