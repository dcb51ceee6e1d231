package io.weir.engine.kafka;

import io.weir.engine.evaluate.UnreadableEvent;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * How far an event's time may lie ahead of its record's: one event from the future would make all others of its partition late. The
 * record's own time is the same in each replay, a clock is not.
 */
record AheadLimit(long millis) implements Serializable {

    private static final long serialVersionUID = 1L;

    static AheadLimit of(Duration allowed) {
        return new AheadLimit(allowed.toMillis());
    }

    /** @param recordTime negative where the record has none: then nothing is refused */
    void check(long time, long recordTime) throws UnreadableEvent {
        if (recordTime >= 0 && time > recordTime && time - recordTime > millis) {
            throw new UnreadableEvent(
                    "",
                    "its time, " + Instant.ofEpochMilli(time) + ", is more than " + shown() + " ahead of its record's, "
                            + Instant.ofEpochMilli(recordTime)
                            + ": a clock or a time zone that is wrong? (--max-ahead says how much is allowed)");
        }
    }

    private String shown() {
        return millis % 60_000 == 0 ? millis / 60_000 + " minutes" : millis + " ms";
    }
}
