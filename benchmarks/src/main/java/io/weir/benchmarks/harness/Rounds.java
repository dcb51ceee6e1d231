package io.weir.benchmarks.harness;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param warmUps rounds that are not counted
 * @param repetitions in each round; 0: as many as fit {@code length}
 */
public record Rounds(int warmUps, int count, Duration length, long repetitions) {

    /** Rounds of that CPU time each: for work of nanoseconds. */
    public static Rounds lasting(int count, Duration length) {
        return new Rounds(3, count, length, 0);
    }

    /** Rounds of so many repetitions: for work that has a size of its own, as a job over a number of events. */
    public static Rounds of(int count, long repetitions) {
        return new Rounds(1, count, Duration.ZERO, repetitions);
    }
}
