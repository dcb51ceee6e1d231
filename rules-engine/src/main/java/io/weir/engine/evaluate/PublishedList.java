package io.weir.engine.evaluate;

import io.weir.dsl.plan.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One revision of a published list's entries. There is one object of it for a task, so that two are the same where they are equal. */
final class PublishedList {

    private final List<?> entries;
    private final Map<Type, ValueSet> sets = new HashMap<>();

    PublishedList(List<?> entries) {
        this.entries = entries;
    }

    /** For values of that type. */
    ValueSet of(Type operand) {
        return sets.computeIfAbsent(operand, type -> ValueSet.of(type, entries));
    }
}
