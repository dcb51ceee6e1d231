package io.weir.engine.backfill;

import io.weir.dsl.plan.StreamSchema;
import java.util.List;
import java.util.Set;

/**
 * What to copy.
 *
 * @param backfill see {@link io.weir.dsl.contract.Change#backfill}
 * @param streams those of the tenant on the topics that are read: lateness is judged by all of them
 * @param copied the names of those whose events are wanted
 * @param from event time of the first event, in milliseconds
 * @param before event time from which on the rules count by themselves
 * @param partial whether it may begin later, where older events are not retained
 */
public record Wanted(
        String tenant,
        long backfill,
        List<StreamSchema> streams,
        Set<String> copied,
        long from,
        long before,
        boolean partial) {

    public Wanted {
        streams = List.copyOf(streams);
        copied = Set.copyOf(copied);
    }
}
