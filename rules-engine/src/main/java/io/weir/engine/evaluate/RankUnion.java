package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values of several sketches with their places: those of all but the last in one digest, beside it the last one's digest, and its
 * last values, which change with each event, in their order.
 */
final class RankUnion implements SketchUnion {

    private Centroids older = Centroids.NONE;
    /** How many values stand in the centroids up to each. */
    private long[] places = new long[0];

    private final double[] recent = new double[RankSketch.RECENT];
    private int size;
    private long currency;

    @Override
    public void unite(List<Sketch> sketches) {
        List<Centroids> digests = new ArrayList<>();
        double[] values = new double[sketches.size() * RankSketch.RECENT];
        int count = 0;
        currency = ((RankSketch) sketches.get(0)).currency();
        for (Sketch each : sketches) {
            RankSketch sketch = (RankSketch) each;
            currency = currency == sketch.currency() ? currency : RankSketch.TWO_CURRENCIES;
        }
        for (Sketch each : sketches.subList(0, sketches.size() - 1)) {
            RankSketch sketch = (RankSketch) each;
            digests.add(sketch.older());
            System.arraycopy(sketch.recent(), 0, values, count, sketch.size());
            count += sketch.size();
        }
        RankSketch last = (RankSketch) sketches.get(sketches.size() - 1);
        older = Centroids.of(digests, values, count).beside(last.older());
        places = places(older.weights());
        size = last.size();
        System.arraycopy(last.recent(), 0, recent, 0, size);
        Arrays.sort(recent, 0, size);
    }

    private static long[] places(long[] weights) {
        long[] places = weights.clone();
        Arrays.parallelPrefix(places, Long::sum);
        return places;
    }

    @Override
    public boolean grow(long value, long ofCurrency) {
        if (size + 1 == RankSketch.RECENT) {
            return false;
        }
        currency = currency == ofCurrency ? currency : RankSketch.TWO_CURRENCIES;
        double number = Double.longBitsToDouble(value);
        int place = Arrays.binarySearch(recent, 0, size, number);
        place = place < 0 ? -place - 1 : place;
        System.arraycopy(recent, place, recent, place + 1, size - place);
        recent[place] = number;
        size++;
        return true;
    }

    @Override
    public void read(Reading reading, Frame f, int register) {
        if (currency == RankSketch.TWO_CURRENCIES) {
            f.unmet.currencies++;
            f.missing(register);
            return;
        }
        long all = (places.length == 0 ? 0 : places[places.length - 1]) + size;
        SketchValues.read(at(reading.rank().of(all)), reading.wanted(), f, register);
        f.currency[register] = currency;
    }

    /** The smallest value up to which so many values stand. */
    private double at(long place) {
        int below = 0;
        int end = size;
        while (below < end) {
            int middle = (below + end) >>> 1;
            if (olderUpTo(recent[middle]) + middle + 1 >= place) {
                end = middle;
            } else {
                below = middle + 1;
            }
        }
        int centroid = firstFrom(place - below);
        if (below == size) {
            return older.means()[Math.min(centroid, places.length - 1)];
        }
        return centroid == places.length ? recent[below] : Math.min(recent[below], older.means()[centroid]);
    }

    /** How many of the centroids' values are not above that one. */
    private long olderUpTo(double value) {
        double[] means = older.means();
        int low = 0;
        int high = means.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (means[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : places[low - 1];
    }

    /** The first centroid up to which so many values stand. */
    private int firstFrom(long place) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle] >= place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
