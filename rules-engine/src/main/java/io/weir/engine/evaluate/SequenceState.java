package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one rule's sequence keeps of a key: its attempts, in the order of their first rows, of those alike the preferred first. */
final class SequenceState implements KeyPart {

    private final long name;

    final List<Attempt> attempts = new ArrayList<>(2);
    /** The number of the last row since there were no attempts. */
    long rows;

    private final Bounds bounds;
    private byte @Nullable [] previous;
    private boolean untold;

    /**
     * Until when things are kept.
     *
     * @param within of an attempt, in milliseconds
     * @param waits whether matches end by time
     * @param remembersPrevious whether the row before is kept without any attempt
     */
    record Bounds(long within, boolean waits, boolean remembersPrevious) {}

    /**
     * What is asked of it.
     *
     * @param since when it has been live: events before do not count
     */
    record Plan(long name, Bounds bounds, long since) implements PartPlan {

        @Override
        public KeyPart create() {
            return new SequenceState(name, bounds);
        }

        @Override
        public boolean adopt(KeyPart part) {
            if (!(part instanceof SequenceState state)) {
                return false;
            }
            state.attempts.removeIf(attempt -> attempt.since < since);
            state.previous = state.previous == null || timeOf(state.previous) < since ? null : state.previous;
            return true;
        }
    }

    SequenceState(long name, Bounds bounds) {
        this.name = name;
        this.bounds = bounds;
    }

    @Override
    public long name() {
        return name;
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

    /** Notes whether a match among the attempts is still to be told. */
    void setUntold(boolean anyMatch) {
        untold = anyMatch;
    }

    /** How many things are kept. */
    @Override
    public int size() {
        return attempts.size() + (previous == null ? 0 : 1);
    }

    /** When a match is one though no row comes. */
    @Override
    public long nextDue(long clock) {
        boolean decides = bounds.waits() || untold;
        return attempts.isEmpty() || !decides ? Long.MAX_VALUE : endOf(attempts.get(earliest()));
    }

    /** The place of the attempt that is over first; -1 for none. Where rows come in order it is the first. */
    int earliest() {
        int earliest = attempts.size() - 1;
        for (int i = earliest - 1; i >= 0; i--) {
            earliest = attempts.get(i).since <= attempts.get(earliest).since ? i : earliest;
        }
        return earliest;
    }

    @Override
    public long earliestUntold() {
        long earliest = Long.MAX_VALUE;
        for (Attempt attempt : attempts) {
            if (attempt.isMatch() && !bounds.waits()) {
                earliest = Math.min(earliest, timeOf(attempt.last()));
            }
        }
        return earliest;
    }

    /** What time makes a match is dropped when it is one, and not before. */
    @Override
    public void expire(long time) {
        if (nextDue(time) > time) {
            attempts.removeIf(attempt -> endOf(attempt) <= time);
        }
        if (previous != null && (previousEnd() <= time || attempts.isEmpty() && !bounds.remembersPrevious())) {
            previous = null;
        }
    }

    @Override
    public void happened(long time) {
        attempts.removeIf(attempt -> endOf(attempt) <= time);
    }

    @Override
    public long lastExpiry() {
        long last = attempts.isEmpty() ? Long.MIN_VALUE : endOf(attempts.get(attempts.size() - 1));
        return previous == null || !bounds.remembersPrevious() ? last : Math.max(last, previousEnd());
    }

    private long endOf(Attempt attempt) {
        return KeyPart.plus(attempt.since, bounds.within());
    }

    private long previousEnd() {
        return previous == null ? Long.MIN_VALUE : KeyPart.plus(timeOf(previous), REMEMBERED);
    }

    private static long timeOf(byte[] row) {
        return Bytes.getLong(row, 16);
    }

    @Override
    public SequenceState copy() {
        SequenceState copy = new SequenceState(name, bounds);
        attempts.forEach(attempt -> copy.attempts.add(attempt.copy()));
        copy.rows = rows;
        copy.previous = previous;
        copy.untold = untold;
        return copy;
    }
}
