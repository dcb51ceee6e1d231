package io.weir.benchmarks;

import io.weir.benchmarks.harness.Rounds;
import java.time.Duration;

/** How much to measure. */
public enum Effort {
    /** For figures that count. */
    FULL(7, 5, Duration.ofSeconds(1), 1.0),
    /** To see that everything runs; its figures mean nothing. */
    SMOKE(2, 2, Duration.ofMillis(100), 0.05);

    private final int smallRounds;
    private final int sizedRounds;
    private final Duration round;
    private final double share;

    Effort(int smallRounds, int sizedRounds, Duration round, double share) {
        this.smallRounds = smallRounds;
        this.sizedRounds = sizedRounds;
        this.round = round;
        this.share = share;
    }

    /** For work of nanoseconds. */
    public Rounds small() {
        return Rounds.lasting(smallRounds, round);
    }

    /** For work that has that size in a full run. */
    public Rounds sized(long repetitions) {
        return Rounds.of(sizedRounds, scaled(repetitions));
    }

    public long scaled(long size) {
        return Math.max(1, (long) (size * share));
    }
}
