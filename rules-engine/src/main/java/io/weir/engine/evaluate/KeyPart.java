package io.weir.engine.evaluate;

/** A piece of what is kept for a key, shared by all rules that ask for the same. It is named by what it is, not by a rule. */
interface KeyPart {

    /** Longer than this nothing is remembered for a construct whose rule gives no bound, in milliseconds of event time. */
    long REMEMBERED = Retention.LONGEST;

    /** A 64-bit hash: is stored. */
    long name();

    /** How many things are kept: 0 lets it go. */
    int size();

    /** Drops what nothing can ask for any more at or after that event time. */
    void expire(long time);

    /** When the last of it will have expired; {@code Long.MIN_VALUE} where nothing is kept. */
    long lastExpiry();

    /**
     * When something of it has to happen though no event comes; {@code Long.MAX_VALUE} for never.
     *
     * @param clock event time up to which everything has happened
     */
    default long nextDue(long clock) {
        return Long.MAX_VALUE;
    }

    /** The event time of the earliest thing that has happened but is told later; {@code Long.MAX_VALUE} where nothing is. */
    default long earliestUntold() {
        return Long.MAX_VALUE;
    }

    /** All that was due up to that time has happened, or nobody asks for it any more. */
    default void happened(long time) {}

    /** Where it may put what need not be at hand. */
    default void chunks(Chunks chunks) {}

    /** It goes, with all that it has put elsewhere. */
    default void release() {}

    /** One of its own, that shares nothing that changes. */
    KeyPart copy();

    static long plus(long time, long length) {
        long sum = time + length;
        return sum < time ? Long.MAX_VALUE : sum;
    }
}
