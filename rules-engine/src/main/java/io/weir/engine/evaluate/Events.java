package io.weir.engine.evaluate;

/** Events in a row that are at hand, oldest first, each by its index: their times, values, and places among all that passed. */
final class Events {

    final SeriesKind kind;
    private final LongRing times;
    private final SeriesValues values;
    private final Ordinals ordinals;
    private long first;
    private int size;

    Events(SeriesKind kind) {
        this(kind, 0, 0);
    }

    /**
     * None yet.
     *
     * @param first the index that the first will have
     * @param offset of its place from its index
     */
    Events(SeriesKind kind, long first, long offset) {
        this(kind, new LongRing(), new SeriesValues(kind), new Ordinals(offset));
        this.first = first;
    }

    private Events(SeriesKind kind, LongRing times, SeriesValues values, Ordinals ordinals) {
        this.kind = kind;
        this.times = times;
        this.values = values;
        this.ordinals = ordinals;
    }

    Events copy() {
        Events copy = new Events(kind, times.copy(), values.copy(), ordinals.copy());
        copy.first = first;
        copy.size = size;
        return copy;
    }

    /** Those from one index to before another one, for themselves. */
    Events slice(long from, long to) {
        Events slice = new Events(kind, from, place(from) - from);
        for (long index = from; index < to; index++) {
            slice.append(this, index);
        }
        return slice;
    }

    /** Adds what comes next in other events, with as many places between as there. */
    void append(Events other, long index) {
        skip(other.place(index) - passed());
        values.setOf(first, add(other.time(index)), other.values, index);
    }

    long add(long time) {
        long index = end();
        times.set(first, index, time);
        ordinals.add(first, index);
        size++;
        return index;
    }

    void skip(long count) {
        if (count > 0) {
            ordinals.skip(first, end(), count);
        }
    }

    /** One without a value came before those from that index on; so {@link #skip} was called. */
    void shift(long from) {
        ordinals.shift(from, end());
    }

    void drop() {
        values.forget(first);
        first++;
        size--;
        if (size == 0) {
            ordinals.clear();
        }
    }

    void swap(long a, long b) {
        times.swap(a, b);
        if (kind != SeriesKind.TIMES) {
            values.swap(a, b);
        }
    }

    void time(long index, long time) {
        times.set(first, index, time);
    }

    long time(long index) {
        return times.get(index);
    }

    long place(long index) {
        return index == end() ? passed() : ordinals.of(index);
    }

    /** The place of the next one. */
    long passed() {
        return ordinals.next(end());
    }

    boolean areConsecutive() {
        return ordinals.areConsecutive();
    }

    SeriesValues values() {
        return values;
    }

    long first() {
        return first;
    }

    long end() {
        return first + size;
    }

    int size() {
        return size;
    }

    boolean holds(long index) {
        return index >= first && index < end();
    }
}
