package io.weir.benchmarks;

import io.weir.benchmarks.harness.Rounds;
import java.time.Duration;

/** How much to measure. */
public enum Effort {
    /** For figures that count. */
    FULL(7, Duration.ofSeconds(1), 1.0),
    /** To see that everything runs; its figures mean nothing. */
    SMOKE(2, Duration.ofMillis(100), 0.05);

    private final int rounds;
    private final Duration round;
    private final double share;

    Effort(int rounds, Duration round, double share) {
        this.rounds = rounds;
        this.round = round;
        this.share = share;
    }

    /** For work of nanoseconds. */
    public Rounds small() {
        return Rounds.lasting(rounds, round);
    }

    /** For work that has that size in a full run. */
    public Rounds sized(long repetitions) {
        return Rounds.of(rounds, scaled(repetitions));
    }

    public long scaled(long size) {
        return Math.max(1, (long) (size * share));
    }
}
