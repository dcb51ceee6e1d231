package io.weir.engine.backfill;

import io.weir.dsl.contract.BackfillRecord.Place;
import java.util.Comparator;

/** A retained event, with its place and time. */
record SourceEvent(Place place, byte[] value) {

    /** The order in which events are evaluated. */
    static final Comparator<Place> ORDER = Comparator.comparingLong(Place::time)
            .thenComparing(Place::topic)
            .thenComparingInt(Place::partition)
            .thenComparingLong(Place::offset)
            .thenComparing(Place::stream);
}
