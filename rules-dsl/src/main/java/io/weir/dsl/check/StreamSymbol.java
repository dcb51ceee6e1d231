package io.weir.dsl.check;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stream as rules may speak of it, whether its declaration is whole or not.
 *
 * @param unreadable fields whose type could not be read
 * @param torn part of the declaration could not be read, so any field may be lacking
 * @param broken it has mistakes: no rule over it can be planned
 */
record StreamSymbol(StreamSchema schema, Set<String> unreadable, boolean torn, boolean broken) {

    static StreamSymbol whole(StreamSchema schema) {
        return new StreamSymbol(schema, Set.of(), false, false);
    }

    String name() {
        return schema.name();
    }

    @Nullable
    Field field(String name) {
        int slot = schema.slotOf(name);
        return slot < 0 ? null : schema.fields().get(slot);
    }

    /** True where a missing field has been complained of already. */
    boolean isSilent(String field) {
        return torn || unreadable.contains(field);
    }
}
