package io.weir.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void cost_ofOddAndEvenCounts_isTheMiddle() {
        assertThat(new Series("odd", new double[] {9, 1, 2}).cost()).isEqualTo(new Spread(2, 1, 9));
        assertThat(new Series("even", new double[] {9, 1, 2, 4}).cost()).isEqualTo(new Spread(3, 1, 9));
    }

    @Test
    void speedAgainst_whenRoundsWereSlowForBoth_dividesWithinEachRound() {
        Series fast = new Series("fast", new double[] {10, 100, 10});
        Series slow = new Series("slow", new double[] {20, 200, 30});

        assertThat(fast.speedAgainst(slow)).isEqualTo(new Spread(2, 2, 3));
    }

    @Test
    void measure_ofWorkWithASize_repeatsItSoOftenInEveryRound() throws Exception {
        long[] done = new long[1];
        Contender counter = new Contender("counter", repetitions -> done[0] += repetitions);

        List<Series> all = Interleaved.measure(List.of(counter), Rounds.of(5, 7));

        assertThat(all.get(0).rounds()).isEqualTo(5);
        assertThat(done[0]).isEqualTo(6 * 7);
    }
}
