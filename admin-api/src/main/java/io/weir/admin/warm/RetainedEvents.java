package io.weir.admin.warm;

import io.weir.dsl.plan.StreamSchema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies retained events to the backfill topic, beside the caller. */
public interface RetainedEvents extends AutoCloseable {

    /** Of a server that cannot copy. */
    RetainedEvents NONE = wanted -> new Copying(State.FAILED, 0, 0, 0, null, "this server copies no events");

    /**
     * What to copy.
     *
     * @param streams those of the tenant: lateness is judged by all of a topic
     * @param copied the names of those whose events are wanted
     * @param from event time of the first, in milliseconds
     * @param before event time from which on the rules count by themselves
     * @param partial whether it may begin later, where older events are not retained
     * @param again whether a run that has ended is to be followed by another one
     */
    record Wanted(
            String tenant,
            long backfill,
            List<StreamSchema> streams,
            Set<String> copied,
            long from,
            long before,
            boolean partial,
            boolean again) {}

    /** How a run stands. */
    enum State {
        COPYING,
        COPIED,
        /** Older events are wanted than there are. */
        NOT_RETAINED,
        FAILED
    }

    /**
     * How far a run is.
     *
     * @param read offsets that were read, of so many
     * @param from event time from which on all events are there, once that is known
     * @param problem of a run that failed
     */
    record Copying(
            State state,
            long copied,
            long read,
            long of,
            @Nullable Long from,
            @Nullable String problem) {}

    /** Begins, or goes on where a run of this or another server has stopped; asked again it says how far it is. */
    Copying copy(Wanted wanted);

    @Override
    default void close() {}
}
