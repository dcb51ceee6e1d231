package io.weir.models.flinkml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.apache.flink.ml.common.feature.LabeledPointWithWeight;
import org.apache.flink.ml.common.lossfunc.BinaryLogisticLoss;
import org.apache.flink.ml.linalg.BLAS;
import org.apache.flink.ml.linalg.DenseVector;
import org.junit.jupiter.api.Test;

class LogisticRegressionScorerTest {
    private static final long SEED = 20_260_101;

    @Test
    void score_ofRandomVectors_equalsFlinkMlsToTheLastBit() {
        Random random = new Random(SEED);
        for (int inputs = 1; inputs <= 140; inputs++) {
            double[] w = random.doubles(inputs, -2, 2).toArray();
            double[] x = random.doubles(inputs, -2, 2).toArray();

            double score = new LogisticRegressionScorer(w).score(x);

            double dot = BLAS.dot(new DenseVector(x), new DenseVector(w));
            assertThat(score).as("%s inputs, seed %s", inputs, SEED).isEqualTo(1 - 1.0 / (1.0 + Math.exp(dot)));
        }
    }

    @Test
    void score_ofRandomVectors_agreesWithFlinkMlsLoss() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            double[] w = random.doubles(8, -1, 1).toArray();
            double[] x = random.doubles(8, -1, 1).toArray();

            double score = new LogisticRegressionScorer(w).score(x);

            double loss = BinaryLogisticLoss.INSTANCE.computeLoss(
                    new LabeledPointWithWeight(new DenseVector(x), 1.0, 1.0), new DenseVector(w));
            assertThat(-Math.log(score)).isCloseTo(loss, within(1e-12));
        }
    }

    @Test
    void score_atTheExtremes_staysAProbability() {
        LogisticRegressionScorer scorer = new LogisticRegressionScorer(new double[] {1});

        assertThat(scorer.score(new double[] {1e308})).isEqualTo(1.0);
        assertThat(scorer.score(new double[] {-1e308})).isEqualTo(0.0);
        assertThat(scorer.score(new double[] {0})).isEqualTo(0.5);
        assertThat(scorer.score(new double[] {Double.NaN})).isNaN();
    }

    @Test
    void score_ofAnotherLength_isRefused() {
        LogisticRegressionScorer scorer = new LogisticRegressionScorer(new double[] {1, 2});

        assertThatThrownBy(() -> scorer.score(new double[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void score_calledManyTimes_allocatesNothing() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        LogisticRegressionScorer scorer = new LogisticRegressionScorer(new double[32]);
        double[] x = new double[32];
        double sum = sumOfScores(scorer, x, 20_000);
        long thread = Thread.currentThread().getId();

        long before = threads.getThreadAllocatedBytes(thread);
        sum += sumOfScores(scorer, x, 100_000);
        long allocated = threads.getThreadAllocatedBytes(thread) - before;

        assertThat(sum).isEqualTo(60_000.0);
        assertThat(allocated).as("bytes in 100,000 scores").isLessThan(10_000);
    }

    private static double sumOfScores(LogisticRegressionScorer scorer, double[] x, int times) {
        double sum = 0;
        for (int i = 0; i < times; i++) {
            sum += scorer.score(x);
        }
        return sum;
    }
}
