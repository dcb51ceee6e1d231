package io.weir.dsl.plan;

import java.time.Duration;
import java.util.List;

/**
 * A declared event stream; a field's slot is its place in {@code fields}.
 *
 * @param timeSlot the slot of the event-time field
 * @param lateness how far an event's time may lie behind the highest seen in its partition
 */
public record StreamSchema(
        String name, List<Field> fields, int timeSlot, Duration lateness, String topic, Format format) {
    public StreamSchema {
        fields = List.copyOf(fields);
    }

    /** The slot of the field of that name, or -1. */
    public int slotOf(String field) {
        for (int slot = 0; slot < fields.size(); slot++) {
            if (fields.get(slot).name().equals(field)) {
                return slot;
            }
        }
        return -1;
    }
}
