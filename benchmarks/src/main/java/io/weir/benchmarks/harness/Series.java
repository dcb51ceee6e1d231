package io.weir.benchmarks.harness;

import java.util.stream.IntStream;

/** A contender's cost in each round: CPU nanoseconds per repetition. */
public final class Series {

    private final String name;
    private final double[] nanos;

    Series(String name, double[] nanos) {
        this.name = name;
        this.nanos = nanos.clone();
    }

    public String name() {
        return name;
    }

    public int rounds() {
        return nanos.length;
    }

    public Spread cost() {
        return Spread.of(nanos);
    }

    /** Repetitions in a second of CPU time. */
    public Spread throughput() {
        return Spread.of(IntStream.range(0, nanos.length)
                .mapToDouble(round -> 1e9 / nanos[round])
                .toArray());
    }

    /** How many times less this costs than the other, round by round: above 1, this is the faster one. */
    public Spread speedAgainst(Series other) {
        return Spread.of(IntStream.range(0, nanos.length)
                .mapToDouble(round -> other.nanos[round] / nanos[round])
                .toArray());
    }
}
