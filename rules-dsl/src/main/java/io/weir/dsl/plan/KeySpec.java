package io.weir.dsl.plan;

import java.util.List;
import java.util.stream.Collectors;

/** The fields that a rule's state is kept by; no fields is {@code by everything}: one key. */
public record KeySpec(List<Part> parts) {

    /** One field of the key, of the same name and type in every stream that the rule reads. */
    public record Part(String field, Type type) {}

    public KeySpec {
        parts = List.copyOf(parts);
    }

    public boolean isEverything() {
        return parts.isEmpty();
    }

    /** Is stored (hashed into every key), so it never changes. */
    public String canonical() {
        return parts.isEmpty()
                ? "by everything"
                : parts.stream()
                        .map(part -> "`" + part.field() + "` " + part.type().text())
                        .collect(Collectors.joining(", ", "by ", ""));
    }
}
