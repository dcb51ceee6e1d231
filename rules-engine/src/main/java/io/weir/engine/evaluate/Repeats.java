package io.weir.engine.evaluate;

/**
 * Which events of a series have the same value: for each the one before it and the one after it, so that every window tells at once
 * whether an event's value is in it besides. Made when the first window asks, and not stored.
 */
final class Repeats {

    static final long NONE_BEFORE = -1;
    static final long NONE_AFTER = Long.MAX_VALUE;

    private final Series series;
    private final LongRing previous = new LongRing();
    private final LongRing next = new LongRing();
    /** One past the last event that is linked. */
    private long end;
    /** The last event of each value plus one, at the value's hash or behind it; 0 where there is none. */
    private long[] table = new long[8];

    private int values;

    Repeats(Series series) {
        this.series = series;
        end = series.first();
    }

    /** The index of the last event before that one with the same value, which may have been dropped since. */
    long previous(long index) {
        linkUpTo(index);
        return previous.get(index);
    }

    /**
     * The index of the first one after it; one that is not before {@code to} may be said to be none.
     *
     * @param to all before it are looked at: events that came late have undone all links
     */
    long next(long index, long to) {
        linkUpTo(to - 1);
        return next.get(index);
    }

    private void linkUpTo(long index) {
        while (end <= index) {
            link(end++);
        }
    }

    private void link(long index) {
        int slot = slot(index);
        long before = table[slot] - 1;
        table[slot] = index + 1;
        previous.set(series.first(), index, before);
        next.set(series.first(), index, NONE_AFTER);
        if (before != NONE_BEFORE) {
            next.set(series.first(), before, index);
        } else if (++values * 2 > table.length) {
            rehash();
        }
    }

    /** The series drops its first event. */
    void forget(long index) {
        if (index >= end) {
            end = index + 1;
        } else if (next.get(index) == NONE_AFTER) {
            remove(slot(index));
            values--;
        }
    }

    /** Where the last event with that one's value is, or would be. */
    private int slot(long index) {
        int slot = home(index);
        while (table[slot] != 0 && !isSame(table[slot] - 1, index)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private boolean isSame(long a, long b) {
        return series.values(a).isSame(a, series.values(b), b);
    }

    private int home(long index) {
        return series.values(index).hash(index) & table.length - 1;
    }

    /** Closes the gap, so that those behind it are still found. */
    private void remove(int slot) {
        int mask = table.length - 1;
        int gap = slot;
        for (int at = slot + 1 & mask; table[at] != 0; at = at + 1 & mask) {
            if ((at - home(table[at] - 1) & mask) >= (at - gap & mask)) {
                table[gap] = table[at];
                gap = at;
            }
        }
        table[gap] = 0;
    }

    private void rehash() {
        long[] all = table;
        table = new long[all.length * 2];
        for (long last : all) {
            if (last != 0) {
                table[slot(last - 1)] = last;
            }
        }
    }
}
