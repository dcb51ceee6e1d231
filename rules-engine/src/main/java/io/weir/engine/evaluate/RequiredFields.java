package io.weir.engine.evaluate;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;

/** Refuses events that lack a field which the declaration does not let be missing. */
final class RequiredFields {

    private final StreamSchema schema;
    private final boolean[] required;

    RequiredFields(StreamSchema schema) {
        this.schema = schema;
        this.required = new boolean[schema.fields().size()];
        for (int slot = 0; slot < required.length; slot++) {
            Field field = schema.fields().get(slot);
            required[slot] = slot == schema.timeSlot() || !field.nullable();
        }
    }

    void check(RowWriter row) throws UnreadableEvent {
        for (int slot = 0; slot < required.length; slot++) {
            if (required[slot] && !row.isSet(slot)) {
                String name = schema.fields().get(slot).name();
                throw new UnreadableEvent(name, "missing, and " + schema.name() + " does not declare it with '?'");
            }
        }
    }
}
