package io.weir.engine.evaluate;

import java.util.Arrays;
import java.util.List;

/** Values with their places: a t-digest, and the last values as they came, which go into it together. */
final class RankSketch implements Sketch {

    static final int RECENT = 128;

    /** No currency is so. */
    static final long TWO_CURRENCIES = -1;

    private Centroids older;
    private double[] recent;
    private int size;
    private long currency;

    RankSketch() {
        this(Centroids.NONE, new double[4], 0, 0);
    }

    /** As it was stored. */
    RankSketch(Centroids older, double[] recent, int size, long currency) {
        this.older = older;
        this.recent = recent;
        this.size = size;
        this.currency = currency;
    }

    @Override
    public void add(long value, long ofCurrency) {
        boolean isFirst = size == 0 && older.size() == 0;
        currency = isFirst || currency == ofCurrency ? ofCurrency : TWO_CURRENCIES;
        if (size == recent.length) {
            recent = Arrays.copyOf(recent, Math.min(RECENT, 2 * size + 2));
        }
        recent[size++] = Double.longBitsToDouble(value);
        if (size == RECENT) {
            older = Centroids.of(List.of(older), recent, size);
            size = 0;
        }
    }

    Centroids older() {
        return older;
    }

    /** The first {@link #size()} of them are values. */
    double[] recent() {
        return recent;
    }

    int size() {
        return size;
    }

    /** Of amounts, packed; {@link #TWO_CURRENCIES} where they are of several. */
    long currency() {
        return currency;
    }

    @Override
    public RankSketch copy() {
        return new RankSketch(older, recent.clone(), size, currency);
    }
}
