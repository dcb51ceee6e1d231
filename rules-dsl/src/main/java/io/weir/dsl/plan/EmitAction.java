package io.weir.dsl.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends an event of the rule's making, as JSON.
 *
 * @param event the declared event that it is: each field stands where that one reads it, and the time is the result's unless a
 *     field says it. Null for one of its own kind, whose fields stand side by side
 */
public record EmitAction(
        String name,
        List<Field> fields,
        String topic,
        @Nullable StreamSchema event) implements Action {

    /** A field of the event and what fills it. */
    public record Field(String name, Expr value) {}

    public EmitAction {
        fields = List.copyOf(fields);
    }
}
