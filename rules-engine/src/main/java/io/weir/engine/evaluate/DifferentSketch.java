package io.weir.engine.evaluate;

import java.util.Arrays;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.jspecify.annotations.Nullable;

/**
 * How many different values there are, known by their 64-bit hashes: all of them while they are few, beyond that a HyperLogLog sketch
 * with 4,096 registers, whose standard error is 1.04 / √4096 = 1.6 %. It depends on the set of values alone, not on their order.
 */
final class DifferentSketch implements Sketch {

    /** So many that a HyperLogLog sketch has left its own exact beginnings, in which its bytes would depend on the order. */
    static final int FEW = 400;

    static final int LOG_REGISTERS = 12;

    private long[] few = new long[4];
    private int size;
    private @Nullable HllSketch many;

    DifferentSketch() {}

    /** As it was stored. */
    DifferentSketch(long[] sorted) {
        few = sorted;
        size = sorted.length;
    }

    /** As it was stored. */
    DifferentSketch(HllSketch many) {
        this.many = many;
    }

    @Override
    public void add(long value, long currency) {
        add(value);
    }

    void add(long hash) {
        if (many != null) {
            many.update(hash);
            return;
        }
        int place = Arrays.binarySearch(few, 0, size, hash);
        if (place < 0) {
            insert(-place - 1, hash);
        }
    }

    private void insert(int place, long hash) {
        if (size == few.length) {
            few = Arrays.copyOf(few, Math.min(FEW + 1, 2 * size + 2));
        }
        System.arraycopy(few, place, few, place + 1, size - place);
        few[place] = hash;
        size++;
        if (size > FEW) {
            HllSketch sketch = new HllSketch(LOG_REGISTERS, TgtHllType.HLL_4);
            for (int i = 0; i < size; i++) {
                sketch.update(few[i]);
            }
            many = sketch;
            few = new long[0];
            size = 0;
        }
    }

    /** The hashes, in their order, while they are few. */
    long[] few() {
        return Arrays.copyOf(few, size);
    }

    /** How many they are, while they are few. */
    int size() {
        return size;
    }

    /** Null while they are few. */
    @Nullable
    HllSketch many() {
        return many;
    }

    @Override
    public DifferentSketch copy() {
        return many == null ? new DifferentSketch(few()) : new DifferentSketch(many.copy());
    }
}
