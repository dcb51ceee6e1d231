package io.weir.engine.evaluate;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of one key that some aggregates count, oldest first: time and value. All windows over them share them. An event's index
 * counts from the series' beginning and never changes, but for one that comes late. Where there are many, the older ones are in chunks
 * that are kept elsewhere.
 */
final class Series implements KeySeries {

    private final long name;
    private final SeriesKind kind;
    private final SeriesWindows windows = new SeriesWindows(this);
    /** The newest: all, where there are no chunks. */
    private Events open;
    /** Null where all have to be at hand. */
    private @Nullable ClosedEvents closed;

    private Retention retention = Retention.NOTHING;
    private long first;
    private long lostUntil = Long.MIN_VALUE;
    private long sessionStart = Long.MIN_VALUE;
    private @Nullable Repeats repeats;

    Series(long name, SeriesKind kind) {
        this.name = name;
        this.kind = kind;
        open = new Events(kind);
    }

    private Series(Series other) {
        name = other.name;
        kind = other.kind;
        open = other.open.copy();
        closed = other.closed == null ? null : other.closed.copy(other.closed.chunks());
        retention = other.retention;
        first = other.first;
        lostUntil = other.lostUntil;
        sessionStart = other.sessionStart;
        windows.copy(other.windows);
    }

    @Override
    public Series copy() {
        return new Series(this);
    }

    @Override
    public void chunks(Chunks chunks) {
        ClosedEvents known = closed;
        if (known == null) {
            closed = new ClosedEvents(name, kind, chunks);
        } else if (known.chunks() != chunks) {
            closed = known.copy(chunks);
        }
    }

    @Override
    public void plan(SeriesPlan plan) {
        windows.plan(plan);
        retention = plan.retention();
        if (closed != null) {
            closed.stay(windows.needAll());
        }
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
        if (size() == Retention.MOST_EVENTS) {
            lostUntil = time(first);
            drop();
        }
        long index = open.add(time);
        if (closed != null) {
            close(closed);
        }
        return index;
    }

    /** Puts full chunks of the older events away, so that one chunk to two are at hand. */
    private void close(ClosedEvents to) {
        long end = ClosedEvents.end(ClosedEvents.number(open.first()));
        if (open.end() - end < ClosedEvents.CHUNK) {
            return;
        }
        to.close(open.slice(open.first(), end));
        while (open.first() < end) {
            open.drop();
        }
        close(to);
    }

    /** Gets all events from that one on at hand, to change them. */
    private void reopen(long index) {
        while (index < open.first() && closed != null) {
            long number = ClosedEvents.number(open.first() - 1);
            Events chunk = closed.whole(open.first() - 1);
            Events joined = chunk.slice(Math.max(first, chunk.first()), chunk.end());
            for (long next = open.first(); next < open.end(); next++) {
                joined.append(open, next);
            }
            joined.skip(open.passed() - joined.passed());
            open = joined;
            closed.remove(number);
        }
    }

    /** An event's value is about to change. */
    void change(long index) {
        windows.clearFrom(index);
        repeats = null;
        reopen(index);
    }

    /** So many events pass the aggregates' {@code where} and have no value: windows of a number of events count them. */
    void skip(long count) {
        open.skip(count);
    }

    /** The same of one event at that time, which is the last of its time. */
    void skipAt(long time) {
        long after = firstAfter(time);
        reopen(after);
        open.skip(1);
        open.shift(after);
    }

    void setValue(long index, long value) {
        open.values().set(open.first(), index, value);
    }

    void setDecimal(long index, long unscaled, int scale) {
        open.values().setDecimal(open.first(), index, unscaled, scale);
    }

    void setDecimal(long index, BigDecimal value) {
        open.values().setDecimal(open.first(), index, value);
    }

    void setCurrency(long index, long currency) {
        open.values().setCurrency(open.first(), index, currency);
    }

    void setText(long index, byte[] source, int from, int length) {
        open.values().setText(open.first(), index, source, from, length);
    }

    /** The value that an event of another series has, of the same kind. */
    void setValueOf(long index, Series other, long otherIndex) {
        open.values().setOf(open.first(), index, other.values(otherIndex), otherIndex);
    }

    /** Another event comes instead of one; of those that follow, it passes the ones that are older. */
    void replace(long index, Series other, long otherIndex) {
        open.time(index, other.time(otherIndex));
        open.values().forget(index);
        setValueOf(index, other, otherIndex);
        for (long at = index; at + 1 < end() && time(at) > time(at + 1); at++) {
            open.swap(at, at + 1);
        }
    }

    /**
     * Events of a key come in order; one that does not is put in its place, behind those of its time. Windows that its place is in or
     * behind go on where they only sum up; others are counted anew.
     *
     * @return its index
     */
    long sortLast() {
        long last = end() - 1;
        long index = last;
        while (index > first && time(index - 1) > time(index)) {
            reopen(index - 1);
            open.swap(index, index - 1);
            index--;
        }
        if (index < last) {
            repeats = null;
            windows.inserted(index);
            if (closed != null) {
                close(closed);
            }
        }
        return index;
    }

    /** After a long pause all may be past: then no chunk has to be read. */
    void expireChunks(long time) {
        if (hasChunks()) {
            expire(time);
        }
    }

    @Override
    public void expire(long time) {
        if (size() > 0 && isPast(end() - 1, time)) {
            clear();
        }
        while (size() > 0 && isPast(first, time)) {
            drop();
        }
    }

    /** Whether no window reaches an event at or after that time. */
    private boolean isPast(long index, long time) {
        long happened = time(index);
        if (retention.endOfTime(happened) > time) {
            return false;
        }
        boolean isCounted = retention.events() > 0 && place(index) >= place(firstAfter(time)) - retention.events();
        boolean isOfSession = retention.session() && happened >= sessionStart;
        return !isCounted && !isOfSession || retention.end(happened) <= time;
    }

    /** Drops all, without a look at chunks. */
    private void clear() {
        repeats = null;
        release();
        while (open.size() > 0) {
            open.drop();
        }
        first = open.first();
        windows.restart(first);
    }

    /** Drops the first event. */
    void drop() {
        windows.forget(first);
        if (repeats != null) {
            repeats.forget(first);
        }
        if (first == open.first()) {
            open.drop();
        } else if (closed != null && first + 1 == ClosedEvents.end(ClosedEvents.number(first))) {
            closed.remove(ClosedEvents.number(first));
        }
        first++;
    }

    @Override
    public void release() {
        if (closed != null && first < open.first()) {
            for (long number = ClosedEvents.number(first); ClosedEvents.end(number) <= open.first(); number++) {
                closed.remove(number);
            }
        }
    }

    /** As it was stored: its first index, the newest events, and of older ones what is at hand. */
    void restore(long storedFirst, Events newest, List<Events> edges) {
        first = storedFirst;
        open = newest;
        ClosedEvents away = new ClosedEvents(name, kind, ClosedEvents.NOWHERE);
        edges.forEach(away::keep);
        closed = away;
    }

    @Override
    public long lastExpiry() {
        return size() == 0 ? Long.MIN_VALUE : retention.end(time(end() - 1));
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
        return (int) (open.end() - first);
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
        return open.end();
    }

    long time(long index) {
        return events(index).time(index);
    }

    /** The index of the first event at or after that time. */
    long firstFrom(long time) {
        long low = first;
        long high = end();
        if (low < high && time(high - 1) < time) {
            return high;
        } else if (hasChunks() && time(open.first()) < time) {
            low = open.first() + 1;
        }
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
        return size() == 0 || time(end() - 1) <= time ? end() : firstFrom(time + 1);
    }

    /** How many events have passed the aggregates' {@code where} before that one, since some beginning. */
    long place(long index) {
        return events(index).place(index);
    }

    /** How many events have passed the aggregates' {@code where}, since some beginning. */
    long passed() {
        return open.passed();
    }

    /** In which an event's value is, by its index. */
    SeriesValues values(long index) {
        return events(index).values();
    }

    private Events events(long index) {
        return index >= open.first() || closed == null ? open : closed.holding(index);
    }

    /** The newest. */
    Events open() {
        return open;
    }

    boolean hasChunks() {
        return first < open.first();
    }

    /** The events of the chunk of that one, as far as they are at hand with it; null where it is not. */
    @Nullable
    Events atHand(long index) {
        return index >= open.first() || closed == null ? null : closed.atHand(index);
    }

    Repeats repeats() {
        Repeats known = repeats == null ? new Repeats(this) : repeats;
        repeats = known;
        return known;
    }
}
