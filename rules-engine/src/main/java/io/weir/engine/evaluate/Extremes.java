package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The events of a window that are or may become its highest (or lowest), with their values: a queue in which each is beyond all that
 * follow. Of a chunk that lies behind, only its best is kept until that one leaves; then the chunk is looked at again.
 */
final class Extremes implements WindowPart {

    private final Series series;
    private final int sign;
    private long[] ring = new long[4];
    private long[] bits = new long[4];
    private @Nullable BigDecimal @Nullable [] bigs;
    private int head;
    private int size;
    /** Of the events before that index only the best of each chunk are kept … */
    private long thinned;
    /** … but of those before this one, that have been looked at again, all that may become the best. */
    private long whole;

    /** @param sign 1 for the highest, -1 for the lowest */
    Extremes(Series series, int sign) {
        this.series = series;
        this.sign = sign;
    }

    @Override
    public void enter(long index) {
        if (index % ClosedEvents.CHUNK == 0 && index >= thinned + 2 * ClosedEvents.CHUNK) {
            thinTo(index - ClosedEvents.CHUNK);
        }
        SeriesValues values = series.values(index);
        while (size > 0 && compare(slot(size - 1), values, index) * sign <= 0) {
            size--;
        }
        if (size == ring.length) {
            grow();
        }
        set(slot(size), values, index);
        size++;
    }

    private int slot(int place) {
        return head + place & ring.length - 1;
    }

    private void set(int slot, SeriesValues values, long index) {
        ring[slot] = index;
        bits[slot] = values.bits(index);
        if (values.isBig(index)) {
            bigs()[slot] = values.decimal(index);
        }
    }

    private @Nullable BigDecimal[] bigs() {
        @Nullable BigDecimal[] known = bigs == null ? new BigDecimal[ring.length] : bigs;
        bigs = known;
        return known;
    }

    private @Nullable BigDecimal big(int slot) {
        return bigs == null ? null : bigs[slot];
    }

    private int compare(int slot, SeriesValues values, long index) {
        BigDecimal own = SeriesValues.isBig(series.kind(), bits[slot]) ? big(slot) : null;
        BigDecimal other = values.isBig(index) ? values.decimal(index) : null;
        return SeriesValues.compare(series.kind(), bits[slot], own, values.bits(index), other);
    }

    /** Leaves the first of each chunk up to there: it is the best. */
    private void thinTo(long end) {
        int kept = 0;
        long chunk = -1;
        for (int place = 0; place < size; place++) {
            int from = slot(place);
            long number = ClosedEvents.number(ring[from]);
            boolean stays = ring[from] < whole || ring[from] >= end || number != chunk;
            chunk = number;
            if (stays) {
                move(from, slot(kept++));
            }
        }
        size = kept;
        thinned = end;
    }

    private void move(int from, int to) {
        ring[to] = ring[from];
        bits[to] = bits[from];
        if (bigs != null) {
            bigs[to] = bigs[from];
        }
    }

    @Override
    public void leave(long index) {
        if (size == 0 || ring[head] != index) {
            return;
        }
        removeFirst();
        long end = ClosedEvents.end(ClosedEvents.number(index));
        if (index >= whole && end <= thinned) {
            lookAgain(index + 1, end);
        }
    }

    private void removeFirst() {
        head = head + 1 & ring.length - 1;
        size--;
    }

    /** What is left of a chunk, the last first: in front of those that it is beyond. */
    private void lookAgain(long from, long end) {
        while (size > 0 && ring[head] < end) {
            removeFirst();
        }
        whole = end;
        for (long index = end - 1; index >= from; index--) {
            SeriesValues values = series.values(index);
            if (size == 0 || compare(head, values, index) * sign < 0) {
                if (size == ring.length) {
                    grow();
                }
                head = head - 1 & ring.length - 1;
                set(head, values, index);
                size++;
            }
        }
    }

    @Override
    public void restart(long index) {
        size = 0;
        thinned = index;
        whole = index;
    }

    /** Leaves the highest (or lowest) in a register, a money without its currency; there must be one. */
    void read(Frame f, int register) {
        SeriesValues.read(series.kind(), bits[head], big(head), f, register);
    }

    private void grow() {
        long[] grown = new long[ring.length * 2];
        long[] grownBits = new long[grown.length];
        @Nullable BigDecimal[] grownBigs = bigs == null ? null : new BigDecimal[grown.length];
        for (int i = 0; i < size; i++) {
            grown[i] = ring[slot(i)];
            grownBits[i] = bits[slot(i)];
            if (grownBigs != null) {
                grownBigs[i] = big(slot(i));
            }
        }
        ring = grown;
        bits = grownBits;
        bigs = grownBigs;
        head = 0;
    }

    /** Up to where chunks are thinned and whole again, then the events with their values, as differences. */
    void write(DataOutput out) throws IOException {
        Varints.write(out, thinned);
        Varints.write(out, whole);
        Varints.write(out, size);
        long last = 0;
        for (int place = 0; place < size; place++) {
            int slot = slot(place);
            Varints.write(out, ring[slot] - last);
            last = ring[slot];
            ValuesCodec.writeBits(series.kind(), bits[slot], out);
            BigDecimal big = big(slot);
            if (big != null && SeriesValues.isBig(series.kind(), bits[slot])) {
                ValuesCodec.writeBig(big, out);
            }
        }
    }

    void read(DataInput in) throws IOException {
        thinned = Varints.read(in);
        whole = Varints.read(in);
        long last = 0;
        for (int count = Varints.readCount(in); count > 0; count--) {
            if (size == ring.length) {
                grow();
            }
            last += Varints.read(in);
            ring[size] = last;
            bits[size] = ValuesCodec.readBits(series.kind(), in);
            if (SeriesValues.isBig(series.kind(), bits[size])) {
                bigs()[size] = ValuesCodec.readBig(in);
            }
            size++;
        }
    }
}
