package io.weir.benchmarks.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What several rounds gave. */
public record Spread(double median, double min, double max) {

    public static Spread of(List<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** As {@code 4.21 (3.90 to 4.60)}; large numbers without decimals. */
    public String text() {
        return number(median) + " (" + number(min) + " to " + number(max) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
