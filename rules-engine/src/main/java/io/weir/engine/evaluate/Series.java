package io.weir.engine.evaluate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The events of one key that some aggregates count, oldest first: time and value, packed in rings. All windows over them share
 * them. An event's index counts from the series' beginning and never changes.
 */
final class Series implements KeySeries {

    private final long name;
    private final SeriesKind kind;
    private final LongRing times;
    private final SeriesValues values;
    private final Ordinals ordinals;
    private final SeriesWindows windows = new SeriesWindows(this);
    private Retention retention = Retention.NOTHING;
    private long first;
    private int size;
    private long lostUntil = Long.MIN_VALUE;
    private long sessionStart = Long.MIN_VALUE;
    private @Nullable Repeats repeats;

    Series(long name, SeriesKind kind) {
        this.name = name;
        this.kind = kind;
        times = new LongRing();
        values = new SeriesValues(kind);
        ordinals = new Ordinals();
    }

    private Series(Series other) {
        name = other.name;
        kind = other.kind;
        times = other.times.copy();
        values = other.values.copy();
        ordinals = other.ordinals.copy();
        retention = other.retention;
        first = other.first;
        size = other.size;
        lostUntil = other.lostUntil;
        sessionStart = other.sessionStart;
    }

    @Override
    public Series copy() {
        return new Series(this);
    }

    @Override
    public void plan(SeriesPlan plan) {
        windows.plan(plan);
        retention = plan.retention();
    }

    @Override
    public Series toFeed(@Nullable Link link, long time, long clock) {
        return this;
    }

    @Override
    public Series toRead(@Nullable Link link) {
        return this;
    }

    SeriesWindows windows() {
        return windows;
    }

    /** Adds an event; its value is set by the caller at the index that is answered. */
    long add(long time) {
        if (size == Retention.MOST_EVENTS) {
            lostUntil = time(first);
            drop();
        }
        long index = end();
        times.set(first, index, time);
        ordinals.add(first, index);
        size++;
        return index;
    }

    /** So many events pass the aggregates' {@code where} and have no value: windows of a number of events count them. */
    void skip(long count) {
        ordinals.skip(first, end(), count);
    }

    /** The same of one event at that time, which is the last of its time. */
    void skipAt(long time) {
        ordinals.skip(first, end(), 1);
        ordinals.shift(firstAfter(time), end());
    }

    void setValue(long index, long value) {
        values.set(first, index, value);
    }

    void setDecimal(long index, long unscaled, int scale) {
        values.setDecimal(first, index, unscaled, scale);
    }

    void setDecimal(long index, BigDecimal value) {
        values.setDecimal(first, index, value);
    }

    void setCurrency(long index, long currency) {
        values.setCurrency(first, index, currency);
    }

    /** The value that an event of another series has, of the same kind. */
    void setValueOf(long index, Series other, long otherIndex) {
        values.setOf(first, index, other.values, otherIndex);
    }

    /** Another event comes instead of one; of those that follow, it passes the ones that are older. */
    void replace(long index, Series other, long otherIndex) {
        times.set(first, index, other.time(otherIndex));
        values.forget(index);
        setValueOf(index, other, otherIndex);
        for (long at = index; at + 1 < end() && time(at) > time(at + 1); at++) {
            swap(at, at + 1);
        }
    }

    private void swap(long a, long b) {
        times.swap(a, b);
        if (kind != SeriesKind.TIMES) {
            values.swap(a, b);
        }
    }

    void setText(long index, byte[] source, int from, int length) {
        values.setText(first, index, source, from, length);
    }

    /** In ordered evaluation a key's events come in order; one that does not is put in its place, and the windows are counted anew. */
    void sortLast() {
        for (long index = end() - 1; index > first && time(index - 1) > time(index); index--) {
            swap(index, index - 1);
            windows.clear();
            repeats = null;
        }
    }

    @Override
    public void expire(long time) {
        while (size > 0 && isPast(first, time)) {
            drop();
        }
    }

    /** Whether no window reaches an event at or after that time. */
    private boolean isPast(long index, long time) {
        long happened = time(index);
        if (retention.endOfTime(happened) > time) {
            return false;
        }
        boolean isCounted =
                retention.events() > 0 && ordinals.of(index) >= place(firstAfter(time)) - retention.events();
        boolean isOfSession = retention.session() && happened >= sessionStart;
        return !isCounted && !isOfSession || retention.end(happened) <= time;
    }

    /** Drops the first event. */
    void drop() {
        windows.forget(first);
        if (repeats != null) {
            repeats.forget(first);
        }
        values.forget(first);
        first++;
        size--;
        if (size == 0) {
            ordinals.clear();
        }
    }

    @Override
    public long lastExpiry() {
        return size == 0 ? Long.MIN_VALUE : retention.end(time(end() - 1));
    }

    @Override
    public void sessionFrom(long start) {
        sessionStart = start;
    }

    @Override
    public long lostUntil() {
        return lostUntil;
    }

    @Override
    public void lostUntil(long time) {
        lostUntil = Math.max(lostUntil, time);
    }

    @Override
    public long name() {
        return name;
    }

    @Override
    public SeriesKind kind() {
        return kind;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Retention retention() {
        return retention;
    }

    @Override
    public void retention(Retention stored) {
        retention = stored;
    }

    long first() {
        return first;
    }

    /** One past the last event's index. */
    long end() {
        return first + size;
    }

    long time(long index) {
        return times.get(index);
    }

    /** The index of the first event at or after that time. */
    long firstFrom(long time) {
        long low = first;
        long high = end();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (time(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The index of the first event after that time. */
    long firstAfter(long time) {
        return size == 0 || time(end() - 1) <= time ? end() : firstFrom(time + 1);
    }

    /** How many events have passed the aggregates' {@code where} before that one, since some beginning. */
    long place(long index) {
        return index < end() ? ordinals.of(index) : passed();
    }

    Ordinals ordinals() {
        return ordinals;
    }

    /** How many events have passed the aggregates' {@code where}, since some beginning. */
    long passed() {
        return ordinals.next(end());
    }

    SeriesValues values() {
        return values;
    }

    Repeats repeats() {
        Repeats known = repeats == null ? new Repeats(this) : repeats;
        repeats = known;
        return known;
    }
}
