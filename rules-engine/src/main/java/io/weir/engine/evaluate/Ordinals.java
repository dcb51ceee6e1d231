package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * Which place the events of a series have among all that passed the aggregates' {@code where}: windows of a number of events count
 * those too that have no value. Until there is one between two others, an event's place follows from its index.
 */
final class Ordinals {

    private @Nullable LongRing ring;
    /** What is added to an index where there is no ring. */
    private long offset;

    Ordinals(long offset) {
        this.offset = offset;
    }

    Ordinals copy() {
        Ordinals copy = new Ordinals(offset);
        copy.ring = ring == null ? null : ring.copy();
        return copy;
    }

    long of(long index) {
        return ring == null ? index + offset : ring.get(index);
    }

    /** The place of the event after the last one. */
    long next(long end) {
        return end + offset;
    }

    boolean areConsecutive() {
        return ring == null;
    }

    /** An event is added behind the others. */
    void add(long first, long index) {
        if (ring != null) {
            ring.set(first, index, index + offset);
        }
    }

    /** So many events without a value passed. */
    void skip(long first, long end, long count) {
        if (first < end && ring == null) {
            LongRing places = new LongRing();
            for (long index = first; index < end; index++) {
                places.set(first, index, index + offset);
            }
            ring = places;
        }
        offset += count;
    }

    /** Something came before these events. There is one without a value, so there is a ring. */
    void shift(long from, long end) {
        for (long index = from; ring != null && index < end; index++) {
            ring.set(from, index, ring.get(index) + 1);
        }
    }

    /** All events are dropped. */
    void clear() {
        ring = null;
    }
}
