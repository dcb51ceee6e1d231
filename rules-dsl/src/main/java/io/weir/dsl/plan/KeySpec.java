package io.weir.dsl.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The fields that a rule's state is kept by; no fields is {@code by everything}: one key.
 *
 * @param elsewhere for a stream that keeps the key in fields of other names: theirs, one for each part
 */
public record KeySpec(List<Part> parts, Map<String, List<String>> elsewhere) {

    /** One field of the key, of the same type in every stream that the rule reads, and of the same name unless said otherwise. */
    public record Part(String field, Type type) {}

    public KeySpec {
        parts = List.copyOf(parts);
        elsewhere = Map.copyOf(elsewhere);
    }

    /** A key in fields of the same names everywhere. */
    public KeySpec(List<Part> parts) {
        this(parts, Map.of());
    }

    public boolean isEverything() {
        return parts.isEmpty();
    }

    /** The fields of a stream that hold the key. */
    public List<String> fieldsIn(String stream) {
        List<String> others = elsewhere.get(stream);
        return others == null ? parts.stream().map(Part::field).toList() : others;
    }

    /** Is stored (hashed into every key), so it never changes. */
    public String canonical() {
        String all = parts.isEmpty()
                ? "by everything"
                : parts.stream()
                        .map(part -> "`" + part.field() + "` " + part.type().text())
                        .collect(Collectors.joining(", ", "by ", ""));
        return all + otherwise();
    }

    private String otherwise() {
        return new TreeMap<>(elsewhere)
                .entrySet().stream()
                        .map(entry -> ", in `" + entry.getKey() + "` `" + String.join("`, `", entry.getValue()) + "`")
                        .collect(Collectors.joining());
    }
}
