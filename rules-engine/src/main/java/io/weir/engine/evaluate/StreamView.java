package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;

/**
 * Which row an expression reads: one of a stream, where the stream has that place in the rule's {@code on}.
 *
 * @param index the stream's place; 0 in an aggregate
 */
record StreamView(StreamSchema schema, int index) {

    /** The slot of a field in this row; -1 where it belongs to another stream's event, and so is missing here. */
    int slotOf(Expr.FieldOf field) {
        if (field.stream() == index) {
            return field.slot();
        }
        return field.stream() < 0 ? schema.slotOf(field.field().name()) : -1;
    }

    Field field(int slot) {
        return schema.fields().get(slot);
    }
}
