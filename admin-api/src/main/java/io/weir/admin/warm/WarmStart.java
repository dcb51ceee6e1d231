package io.weir.admin.warm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a warm start is.
 *
 * @param rules that go live together, by their names in ids
 * @param anew what is not filled, by rule
 * @param before event time from which on the rules count by themselves, in milliseconds; null for since always
 * @param needs event time of the oldest events that their windows reach
 * @param from event time from which on all events are there, once that is known
 * @param copied events so far
 * @param read offsets that were read, of so many
 * @param missing tasks that it waits for
 */
public record WarmStart(
        long backfill,
        Phase phase,
        List<String> rules,
        List<String> anew,
        @Nullable Long before,
        @Nullable Long needs,
        @Nullable Long from,
        long copied,
        long read,
        long of,
        List<String> missing,
        @Nullable String problem) {

    /** What is done next. */
    public enum Phase {
        /** No rule of it is in shadow: it is live, or was withdrawn. */
        OVER,
        /** Until every task has evaluated all events before the rules. */
        WAITING,
        COPYING,
        NOT_RETAINED,
        FAILED,
        /** Until a checkpoint of every task holds all that was copied. */
        FILLING,
        /** The rules can go live. */
        READY
    }
}
