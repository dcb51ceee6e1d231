package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one rule's sequence keeps of a key: its attempts, in the order of their first rows, of those alike the preferred first. */
final class SequenceState {

    /** Is stored. */
    final long name;

    final List<Attempt> attempts = new ArrayList<>(2);
    /** The number of the last row since there were no attempts. */
    long rows;

    private final Bounds bounds;
    private byte @Nullable [] previous;

    /**
     * Until when things are kept.
     *
     * @param within of an attempt, in milliseconds
     * @param waits whether matches end by time
     * @param remembersPrevious whether the row before is kept without any attempt
     */
    record Bounds(long within, boolean waits, boolean remembersPrevious) {}

    SequenceState(long name, Bounds bounds) {
        this.name = name;
        this.bounds = bounds;
    }

    Bounds bounds() {
        return bounds;
    }

    /** The row before the one at hand, as long as it can be named. */
    byte @Nullable [] previous() {
        return previous;
    }

    void setPrevious(byte @Nullable [] row) {
        previous = row;
    }

    /** How many things are kept. */
    int size() {
        return attempts.size() + (previous == null ? 0 : 1);
    }

    /** When a match is one though no row comes; {@code Long.MAX_VALUE} for never. */
    long nextDue() {
        boolean decides = bounds.waits() || attempts.stream().anyMatch(Attempt::isWhole);
        return attempts.isEmpty() || !decides ? Long.MAX_VALUE : endOf(attempts.get(0));
    }

    /** Drops what has become too old; what time makes a match has to be so by then. */
    void expire(long time) {
        if (nextDue() > time) {
            attempts.removeIf(attempt -> endOf(attempt) <= time);
        }
        if (previous != null && (previousEnd() <= time || attempts.isEmpty() && !bounds.remembersPrevious())) {
            previous = null;
        }
    }

    /** When the last of it will have expired; {@code Long.MIN_VALUE} where nothing is kept. */
    long lastExpiry() {
        long last = attempts.isEmpty() ? Long.MIN_VALUE : endOf(attempts.get(attempts.size() - 1));
        return previous == null || !bounds.remembersPrevious() ? last : Math.max(last, previousEnd());
    }

    private long endOf(Attempt attempt) {
        return plus(attempt.since, bounds.within());
    }

    private long previousEnd() {
        return previous == null ? Long.MIN_VALUE : plus(Bytes.getLong(previous, 16), SequencePlan.REMEMBERED);
    }

    private static long plus(long time, long length) {
        long sum = time + length;
        return sum < time ? Long.MAX_VALUE : sum;
    }

    SequenceState copy() {
        SequenceState copy = new SequenceState(name, bounds);
        attempts.forEach(attempt -> copy.attempts.add(attempt.copy()));
        copy.rows = rows;
        copy.previous = previous;
        return copy;
    }
}
