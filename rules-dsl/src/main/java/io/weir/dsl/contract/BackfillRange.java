package io.weir.dsl.contract;

import java.util.List;

/**
 * Which retained events a backfill holds.
 *
 * @param from event time of the first, in milliseconds
 * @param before event time from which on the rules count by themselves
 */
public record BackfillRange(long from, long before, List<Part> parts) {

    /** The events of one partition that are read for it, from one offset up to another one. */
    public record Part(String topic, int partition, long start, long end) {}

    public BackfillRange {
        parts = List.copyOf(parts);
    }
}
