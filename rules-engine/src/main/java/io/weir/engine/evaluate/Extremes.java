package io.weir.engine.evaluate;

/** The events of a window that are or may become its highest (or lowest): a queue in which each is beyond all that follow. */
final class Extremes implements WindowPart {

    private final SeriesValues values;
    private final int sign;
    private long[] ring = new long[4];
    private int head;
    private int size;

    /** @param sign 1 for the highest, -1 for the lowest */
    Extremes(SeriesValues values, int sign) {
        this.values = values;
        this.sign = sign;
    }

    @Override
    public void enter(long index) {
        while (size > 0 && values.compare(ring[head + size - 1 & ring.length - 1], index) * sign <= 0) {
            size--;
        }
        if (size == ring.length) {
            grow();
        }
        ring[head + size & ring.length - 1] = index;
        size++;
    }

    @Override
    public void leave(long index) {
        if (size > 0 && ring[head] == index) {
            head = head + 1 & ring.length - 1;
            size--;
        }
    }

    @Override
    public void restart(long index) {
        size = 0;
    }

    /** The index of the highest (or lowest); there must be one. */
    long best() {
        return ring[head];
    }

    private void grow() {
        long[] grown = new long[ring.length * 2];
        for (int i = 0; i < size; i++) {
            grown[i] = ring[head + i & ring.length - 1];
        }
        ring = grown;
        head = 0;
    }
}
