package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/** The events of a key that may become a match: how far it has come, and which rows can still be named. */
final class Attempt {

    /** Where the first and the last row of the match are kept. */
    static final int FIRST = 0;

    static final int LAST = 1;

    /** Where the row before the last is, for a plan that names it when all is matched. */
    static final int BEFORE = 2;

    /** How many places come before those of the steps. */
    static final int OWN_ROWS = 3;

    static final int NOT_YET = -1;
    static final int OPEN = Integer.MAX_VALUE;

    /** The first row's number, counted from when the state was empty. */
    final long begin;

    /** The first row's time. */
    final long since;

    /** The last row's number. */
    long end;

    /** The number of the first row of the step at which the search goes on. */
    long resume = -1;

    /** The step that matched last. */
    int step = NOT_YET;

    /** How many rows it has matched. */
    int count;

    /** A {@code no} from which on nothing can come any more unless a step before it matches. */
    int blocked = OPEN;

    /** Whole but for a final {@code no}, and nothing more is taken. */
    boolean waiting;

    /** The tier that is true of it, but for a final {@code no}; {@link #NOT_YET} where it is no match. */
    int tier = NOT_YET;

    /** What else was asked then, if it is to be told later. */
    @Nullable
    HeldValues held;

    final byte[] @Nullable [] rows;
    final @Nullable StepTotal[] totals;

    Attempt(long begin, long since, byte[] @Nullable [] rows, @Nullable StepTotal[] totals) {
        this.begin = begin;
        this.since = since;
        this.rows = rows;
        this.totals = totals;
    }

    /** The last row that it has matched. */
    byte[] last() {
        byte[] last = rows[LAST];
        if (last == null) {
            throw new IllegalStateException("An attempt without a row (DEVELOPER)");
        }
        return last;
    }

    boolean isMatch() {
        return tier != NOT_YET;
    }

    Attempt copy() {
        Attempt copy = new Attempt(begin, since, rows.clone(), totals.clone());
        copy.end = end;
        copy.resume = resume;
        copy.step = step;
        copy.count = count;
        copy.blocked = blocked;
        copy.waiting = waiting;
        copy.tier = tier;
        copy.held = held;
        return copy;
    }
}
