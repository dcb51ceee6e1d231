package io.weir.engine.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that a rule sends: one of its own making, or the one that triggered it, as it came.
 *
 * @param name of an event of its own making; null for one that is passed on
 * @param time event time, in milliseconds
 * @param recordKey on Kafka, as an alert's; null for an event that is passed on by a rule without a key
 * @param json its bytes
 * @param fields what it says, by name; empty for one that is passed on
 */
public record SentEvent(
        String tenant,
        String rule,
        int revision,
        @Nullable String name,
        String topic,
        long time,
        @Nullable String recordKey,
        byte[] json,
        Map<String, @Nullable Object> fields)
        implements Outcome {

    public SentEvent {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
