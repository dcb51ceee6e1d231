package io.weir.engine.evaluate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The older events of a long series, in chunks that are kept elsewhere: some are at hand, whole or as far as an edge needs them next.
 * A chunk's number is that of its indexes, so nothing else is known of those that are away.
 */
final class ClosedEvents {

    private static final int SHIFT = 7;

    /** How many events a chunk has: with more, more are written at each event; with fewer, more often. */
    static final int CHUNK = 1 << SHIFT;

    /** More chunks than these are not at hand at once, but where every value is needed all the time. */
    private static final int MOST_LOADED = 8;

    /** For a series that has been read and does not know yet where its chunks are. */
    static final Chunks NOWHERE = new Nowhere();

    private final long series;
    private final SeriesKind kind;
    private final Chunks chunks;
    private @Nullable Events[] loaded = new Events[2];
    private int count;
    private boolean stay;

    private static final class Nowhere implements Chunks {

        @Override
        public byte @Nullable [] get(long series, long number) {
            return null;
        }

        @Override
        public void put(long series, long number, byte[] chunk) {
            throw new IllegalStateException("Chunks of series " + series + " have no place (DEVELOPER)");
        }

        @Override
        public void remove(long series, long number) {
            throw new IllegalStateException("Chunks of series " + series + " have no place (DEVELOPER)");
        }
    }

    ClosedEvents(long series, SeriesKind kind, Chunks chunks) {
        this.series = series;
        this.kind = kind;
        this.chunks = chunks;
    }

    /** Events that are at hand are never changed, so they can be shared. */
    ClosedEvents copy(Chunks to) {
        ClosedEvents copy = new ClosedEvents(series, kind, to);
        copy.loaded = loaded.clone();
        copy.count = count;
        copy.stay = stay;
        return copy;
    }

    Chunks chunks() {
        return chunks;
    }

    /** Whether all stay at hand that once were. */
    void stay(boolean all) {
        stay = all;
    }

    static long number(long index) {
        return index >> SHIFT;
    }

    /** One past the last index of a chunk. */
    static long end(long number) {
        return number + 1 << SHIFT;
    }

    /** Those with that one among them. */
    Events holding(long index) {
        Events at = atHand(index);
        return at == null ? load(number(index)) : at;
    }

    /** The same, if no chunk has to be read for it. */
    @Nullable
    Events atHand(long index) {
        Events slot = loaded[slot(number(index))];
        return slot != null && slot.holds(index) ? slot : null;
    }

    /** All of the chunk with that event. */
    Events whole(long index) {
        Events at = atHand(index);
        boolean isWhole = at != null && at.end() == end(number(index));
        return isWhole && at != null ? at : load(number(index));
    }

    private Events load(long number) {
        byte[] chunk = chunks.get(series, number);
        if (chunk == null) {
            throw new IllegalStateException("Chunk " + number + " of series " + series + " is missing (DEVELOPER)");
        }
        Events events = ChunkCodec.read(kind, chunk);
        keep(events);
        return events;
    }

    /** A part of a chunk, or all, that is at hand from now on. */
    void keep(Events events) {
        if (count >= MOST_LOADED && !stay) {
            Arrays.fill(loaded, null);
            count = 0;
        }
        long number = number(events.first());
        while (holdsAnother(loaded[slot(number)], number)) {
            grow();
        }
        count += loaded[slot(number)] == null ? 1 : 0;
        loaded[slot(number)] = events;
    }

    private static boolean holdsAnother(@Nullable Events events, long number) {
        return events != null && number(events.first()) != number;
    }

    private void grow() {
        @Nullable Events[] before = loaded;
        loaded = new Events[before.length * 2];
        for (Events events : before) {
            if (events != null) {
                loaded[slot(number(events.first()))] = events;
            }
        }
    }

    private int slot(long number) {
        return (int) number & loaded.length - 1;
    }

    /** A chunk is full. */
    void close(Events events) {
        chunks.put(series, number(events.first()), ChunkCodec.write(events));
        if (stay) {
            keep(events);
        }
    }

    /** A chunk is needed no more. */
    void remove(long number) {
        chunks.remove(series, number);
        Events slot = loaded[slot(number)];
        if (slot != null && !holdsAnother(slot, number)) {
            loaded[slot(number)] = null;
            count--;
        }
    }
}
