package io.weir.models.flinkml;

import io.weir.models.Scorer;

/**
 * The probability of class 1: flink-ml's {@code 1 - 1 / (1 + exp(w·x))}, without an intercept.
 *
 * <p>The dot product adds in the order of the BLAS that flink-ml uses on Java 11 and later (four fused accumulators,
 * then the rest), so that a score equals flink-ml's to the last bit, on every machine.
 */
final class LogisticRegressionScorer implements Scorer {
    private final double[] coefficients;

    LogisticRegressionScorer(double[] coefficients) {
        this.coefficients = coefficients.clone();
    }

    @Override
    public int inputs() {
        return coefficients.length;
    }

    @Override
    public double score(double[] vector) {
        if (vector.length != coefficients.length) {
            throw new IllegalArgumentException(
                    "the model takes " + coefficients.length + " inputs, not " + vector.length);
        }
        return 1.0 - 1.0 / (1.0 + Math.exp(dot(coefficients, vector)));
    }

    private static double dot(double[] w, double[] x) {
        double sum0 = 0.0;
        double sum1 = 0.0;
        double sum2 = 0.0;
        double sum3 = 0.0;
        int bound = w.length & ~3;
        int i = 0;
        for (; i < bound; i += 4) {
            sum0 = Math.fma(w[i], x[i], sum0);
            sum1 = Math.fma(w[i + 1], x[i + 1], sum1);
            sum2 = Math.fma(w[i + 2], x[i + 2], sum2);
            sum3 = Math.fma(w[i + 3], x[i + 3], sum3);
        }
        double sum = sum0 + sum1 + sum2 + sum3;
        for (; i < w.length; i++) {
            sum = Math.fma(w[i], x[i], sum);
        }
        return sum;
    }
}
