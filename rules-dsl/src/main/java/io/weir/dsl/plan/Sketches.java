package io.weir.dsl.plan;

/**
 * The pieces of time by which the sketches of an approximate aggregate are kept: one sketch a pane. A window ends where it should, and
 * begins where the pane begins in which it should, so up to one pane earlier.
 *
 * @param length of the window, in milliseconds
 * @param width of a pane, in milliseconds
 * @param origin a time at which one begins
 * @param fits whether windows always begin where a pane begins
 */
public record Sketches(long length, long width, long origin, boolean fits) {

    /** A window is cut into as many pieces, where the rule's own boundaries do not cut it. */
    public static final int PIECES = 32;

    /** Nor into more by these. */
    private static final int MOST_PIECES = 64;

    /** The number of different values is off by so much, in one of three windows by more. */
    public static final String DIFFERENT_ERROR = "1.6 %";

    /** The value is one whose place in the order is off by so much of all places, at most. */
    public static final String RANK_ERROR = "1 %";

    /** A pane's sketch of different values takes no more bytes. */
    public static final int DIFFERENT_BYTES = 3_300;

    /** A pane's sketch of ranks takes no more bytes. */
    public static final int RANK_BYTES = 5_200;

    /** Of an approximate aggregate in a rule that is evaluated so. */
    public static Sketches of(Aggregate aggregate, Timing timing) {
        long length = ((Window.Time) aggregate.window()).length().toMillis();
        if (timing instanceof Timing.Every every) {
            long step = divisor(length, every.length().toMillis());
            if (length / step <= MOST_PIECES) {
                return new Sketches(length, step, every.boundary(0), true);
            }
        }
        return new Sketches(length, Math.max(1, (length + PIECES - 1) / PIECES), 0, false);
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    /** The most bytes that they take for a key. */
    public static long bytes(Aggregate aggregate, Timing timing) {
        Sketches panes = of(aggregate, timing);
        boolean different = aggregate.function() == AggregateFunction.DISTINCT;
        return (panes.length / panes.width + 2) * (different ? DIFFERENT_BYTES : RANK_BYTES);
    }
}
