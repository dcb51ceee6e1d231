package io.weir.engine.evaluate;

/** Numbers by an index that only grows, of which a moving range is kept. */
final class LongRing {

    private static final int SMALLEST = 4;

    private static final long[] EMPTY = new long[0];

    private long[] slots;

    LongRing() {
        this(EMPTY);
    }

    private LongRing(long[] slots) {
        this.slots = slots;
    }

    LongRing copy() {
        return new LongRing(slots.clone());
    }

    long get(long index) {
        return slots[(int) index & slots.length - 1];
    }

    /** Sets the number right behind the range that is kept, or one within it. */
    void set(long first, long index, long value) {
        int size = (int) (index - first);
        if (size >= slots.length) {
            grow(first, size);
        }
        slots[(int) index & slots.length - 1] = value;
    }

    void swap(long a, long b) {
        long value = get(a);
        slots[(int) a & slots.length - 1] = get(b);
        slots[(int) b & slots.length - 1] = value;
    }

    private void grow(long first, int size) {
        long[] grown = new long[Math.max(SMALLEST, Integer.highestOneBit(size) * 2)];
        for (long index = first; index < first + size; index++) {
            grown[(int) index & grown.length - 1] = get(index);
        }
        slots = grown;
    }
}
