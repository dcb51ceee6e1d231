package io.weir.dsl.plan;

import java.util.List;

/** Sends an event of the rule's making. */
public record EmitAction(String name, List<Field> fields, String topic) implements Action {

    /** A field of the event and what fills it. */
    public record Field(String name, Expr value) {}

    public EmitAction {
        fields = List.copyOf(fields);
    }
}
