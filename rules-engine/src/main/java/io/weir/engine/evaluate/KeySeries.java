package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/** What a key keeps for the aggregates of one name: a series, or one for each value that is compared with the triggering event. */
sealed interface KeySeries extends KeyPart permits Series, SplitSeries {

    /** A new one, with nothing in it. */
    static KeySeries of(SeriesPlan plan) {
        KeySeries created =
                plan.split() ? new SplitSeries(plan.name(), plan.kind()) : new Series(plan.name(), plan.kind());
        created.plan(plan);
        return created;
    }

    SeriesKind kind();

    /** Sets which windows are read from now on; those that were read before keep their counts. */
    void plan(SeriesPlan plan);

    /**
     * The series for an event of that time to be counted.
     *
     * @param clock event time up to which everything has happened
     */
    Series toFeed(@Nullable Link link, long time, long clock);

    /** The series that a triggering event reads; null where no event was counted. */
    @Nullable
    Series toRead(@Nullable Link link);

    /** Events before that time are of no session that may still be asked for; {@code Long.MAX_VALUE}: none is running. */
    void sessionFrom(long start);

    Retention retention();

    /** For one that was stored, until it is planned. */
    void retention(Retention stored);

    /** Events at or before that time may be lacking, because there were too many. */
    long lostUntil();

    void lostUntil(long time);

    /** The same events; windows are counted anew. */
    @Override
    KeySeries copy();
}
