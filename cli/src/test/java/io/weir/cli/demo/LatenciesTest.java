package io.weir.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void percentile_ofAHundred_isTheNearestRank() {
        for (int i = 100; i >= 1; i--) {
            latencies.add(i);
        }

        assertThat(latencies.percentile(50)).isEqualTo(50);
        assertThat(latencies.percentile(99)).isEqualTo(99);
    }

    @Test
    void percentile_ofNothing_isZero() {
        assertThat(latencies.percentile(50)).isZero();
    }

    @Test
    void add_beyondTheScale_countsAtItsEnds() {
        latencies.add(-5);
        latencies.add(1_000_000);

        assertThat(latencies.percentile(50)).isZero();
        assertThat(latencies.percentile(99)).isEqualTo(60_000);
    }
}
