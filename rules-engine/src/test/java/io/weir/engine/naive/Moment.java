package io.weir.engine.naive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is asked for.
 *
 * @param time the row's, or that of the boundary or the session's end where no row is at hand
 * @param upTo the key's events that have happened, the row being the last of those that are visible
 * @param session the first event of the session that has ended
 * @param lets when the lets are to be evaluated; null for now
 */
record Moment(
        List<Object> key,
        long time,
        @Nullable Event row,
        List<Event> upTo,
        @Nullable Event session,
        @Nullable Event triggering,
        @Nullable Event follower,
        @Nullable Match match,
        @Nullable Moment lets) {

    static Moment at(List<Object> key, Event row, List<Event> upTo) {
        return new Moment(key, row.time(), row, upTo, null, null, null, null, null);
    }

    static Moment timed(List<Object> key, long time, List<Event> before, @Nullable Event session) {
        return new Moment(key, time, null, before, session, null, null, null, null);
    }

    /** Seen from one event that an aggregate reads. */
    Moment counted(Event event) {
        return new Moment(key, event.time(), event, upTo, session, row, follower, match, lets);
    }

    /** Seen from an event that may settle what this one waits for. */
    Moment followed(Event event) {
        return new Moment(key, event.time(), event, upTo, null, row, null, null, this);
    }

    /** With the event that settled it. */
    Moment settledBy(Event event) {
        return new Moment(key, time, row, upTo, session, triggering, event, match, lets);
    }

    Moment matched(Match matched) {
        return new Moment(key, time, row, upTo, session, triggering, follower, matched, lets);
    }
}
