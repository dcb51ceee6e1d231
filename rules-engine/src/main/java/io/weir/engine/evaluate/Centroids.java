package io.weir.engine.evaluate;

import com.tdunning.math.stats.Centroid;
import com.tdunning.math.stats.MergingDigest;
import com.tdunning.math.stats.ScaleFunction;
import java.util.List;

/**
 * A t-digest (Ted Dunning): values near each other stand together as their mean and number, fewer together towards both ends. With the
 * scale k₁ and a compression of 400 no more than π / 400 of all stand together, so a value's place is off by less than 1 %.
 *
 * <p>The library makes a new digest each time, of all that there is: what comes out depends on what goes in, and on nothing that it
 * would have to keep.
 *
 * @param means in their order
 * @param weights how many values each stands for
 */
record Centroids(double[] means, long[] weights) {

    static final Centroids NONE = new Centroids(new double[0], new long[0]);

    private static final double COMPRESSION = 400;

    int size() {
        return means.length;
    }

    /** All these together. */
    static Centroids of(List<Centroids> parts, double[] values, int count) {
        int all = count + parts.stream().mapToInt(Centroids::size).sum();
        if (all == 0) {
            return NONE;
        }
        MergingDigest digest = new MergingDigest(COMPRESSION, all + 10);
        digest.setScaleFunction(ScaleFunction.K_1);
        for (Centroids part : parts) {
            for (int i = 0; i < part.size(); i++) {
                digest.add(part.means[i], Math.toIntExact(part.weights[i]));
            }
        }
        for (int i = 0; i < count; i++) {
            digest.add(values[i], 1);
        }
        digest.compress();
        return read(digest);
    }

    private static Centroids read(MergingDigest digest) {
        int size = digest.centroidCount();
        double[] means = new double[size];
        long[] weights = new long[size];
        int at = 0;
        for (Centroid each : digest.centroids()) {
            means[at] = each.mean();
            weights[at++] = each.count();
        }
        return new Centroids(means, weights);
    }

    /** Both, side by side in one order: nothing stands together that did not before. */
    Centroids beside(Centroids other) {
        int size = size() + other.size();
        double[] newMeans = new double[size];
        long[] newWeights = new long[size];
        int own = 0;
        int others = 0;
        for (int at = 0; at < size; at++) {
            boolean takesOwn = others == other.size() || (own < size() && means[own] <= other.means[others]);
            newMeans[at] = takesOwn ? means[own] : other.means[others];
            newWeights[at] = takesOwn ? weights[own++] : other.weights[others++];
        }
        return new Centroids(newMeans, newWeights);
    }
}
