package io.weir.dsl.check;

import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.StreamSchema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stream as rules may speak of it, whether its declaration is whole or not.
 *
 * @param unreadable fields and records whose type could not be read
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

    /** True for the name of a record, whose fields go by their paths. */
    boolean isRecord(String name) {
        return schema.fields().stream().anyMatch(field -> field.name().startsWith(name + "."));
    }

    /** True where a missing field has been complained of already. */
    boolean isSilent(String field) {
        return torn
                || unreadable.stream().anyMatch(lacking -> field.equals(lacking) || field.startsWith(lacking + "."));
    }
}
