package io.weir.engine.state;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came, of which only the time is known.
 *
 * @param time event time in milliseconds; {@link #NO_TIME} where the event is unreadable
 * @param unreadable why no time was found in it; null for a good event
 */
public record RawEvent(
        Origin origin,
        int partition,
        long offset,
        long time,
        byte[] value,
        @Nullable String unreadable) {

    public static final long NO_TIME = Long.MIN_VALUE;

    private static final int LONGEST_REASON = 1_000;

    /** The order in which events are evaluated: time, topic, partition, offset. */
    public static final Comparator<RawEvent> ORDER = RawEvent::compare;

    public static RawEvent of(Origin origin, int partition, long offset, long time, byte[] value) {
        return new RawEvent(origin, partition, offset, time, value, null);
    }

    public static RawEvent unreadable(Origin origin, int partition, long offset, byte[] value, String reason) {
        String shown = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        return new RawEvent(origin, partition, offset, NO_TIME, value, shown);
    }

    /** No event of this partition before that time is in time any more. */
    public long progress() {
        return time - origin.latenessMillis();
    }

    private static int compare(RawEvent left, RawEvent right) {
        int byTime = Long.compare(left.time, right.time);
        if (byTime != 0) {
            return byTime;
        }
        boolean sameTopic = left.origin == right.origin || left.origin.topic().equals(right.origin.topic());
        if (!sameTopic) {
            return left.origin.topic().compareTo(right.origin.topic());
        }
        int byPartition = Integer.compare(left.partition, right.partition);
        if (byPartition != 0) {
            return byPartition;
        }
        int byOffset = Long.compare(left.offset, right.offset);
        return byOffset != 0 ? byOffset : compareOrigins(left.origin, right.origin);
    }

    /** One record can be an event of several streams, and of several tenants. */
    private static int compareOrigins(Origin left, Origin right) {
        int byTenant = left.tenant().compareTo(right.tenant());
        return byTenant != 0 ? byTenant : left.stream().compareTo(right.stream());
    }
}
