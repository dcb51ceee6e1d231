package io.weir.dsl.json;

import io.weir.dsl.diagnostic.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node on its way from a tree to JSON, or from JSON to text: its kind, its parts by their names, and the comments around it. */
final class Draft {

    private final Kind<?> kind;
    private final Map<String, Object> parts = new LinkedHashMap<>();
    private final Comments comments = new Comments();
    private final String pointer;
    private @Nullable Span span;

    /** @param pointer where it stands in the JSON; empty for a node that comes from a tree */
    Draft(Kind<?> kind, @Nullable Span span, String pointer) {
        this.kind = kind;
        this.span = span;
        this.pointer = pointer;
    }

    Kind<?> kind() {
        return kind;
    }

    String pointer() {
        return pointer;
    }

    Comments comments() {
        return comments;
    }

    /** Where it stands in the file; null for a node that comes from JSON. */
    @Nullable
    Span span() {
        return span;
    }

    /** A draft, a list of them, a word, or true; null where there is no such part. */
    @Nullable
    Object part(String name) {
        return parts.get(name);
    }

    Map<String, Object> parts() {
        return parts;
    }

    boolean isLeaf() {
        return kind.leaf() != null;
    }

    /** What a leaf says. */
    String value() {
        return String.valueOf(parts.get(Kind.VALUE));
    }

    void put(String name, Object part) {
        parts.put(name, part);
        if (part instanceof Draft draft) {
            cover(draft);
        } else if (part instanceof List<?> list) {
            list.forEach(each -> cover((Draft) each));
        }
    }

    // A record that has no place of its own stands where its parts stand.
    private void cover(Draft part) {
        if (part.span != null && (span == null || !span.contains(part.span))) {
            span = span == null
                    ? part.span
                    : part.span.start() < span.start() ? part.span.to(span) : span.to(part.span);
        }
    }

    void endAt(int end) {
        span = span == null ? null : new Span(span.start(), Math.max(end, span.end()));
    }

    /** The nodes right below it, in the order of its parts. */
    List<Draft> children() {
        List<Draft> children = new ArrayList<>();
        parts.values().stream()
                .flatMap(part -> part instanceof List<?> list ? list.stream() : Stream.of(part))
                .filter(Draft.class::isInstance)
                .forEach(child -> children.add((Draft) child));
        return children;
    }

    /** This and all nodes below it, each before those below it. */
    void addAllTo(List<Draft> all) {
        all.add(this);
        children().forEach(child -> child.addAllTo(all));
    }

    /** What is in parentheses, or the node itself. */
    private Draft ungrouped() {
        Draft draft = this;
        while (draft.parts.get("inner") instanceof Draft inner) {
            draft = inner;
        }
        return draft;
    }

    /** True where both say the same, comments and needless parentheses aside. */
    boolean saysTheSameAs(Draft other) {
        Draft one = ungrouped();
        Draft two = other.ungrouped();
        return one.kind.name().equals(two.kind.name())
                && (one.isLeaf()
                        ? one.value().equals(two.value())
                        : one.parts.keySet().equals(two.parts.keySet())
                                && one.parts.entrySet().stream()
                                        .allMatch(part -> same(part.getValue(), two.parts.get(part.getKey()))));
    }

    private static boolean same(Object one, @Nullable Object two) {
        if (one instanceof Draft draft) {
            return two instanceof Draft other && draft.saysTheSameAs(other);
        } else if (one instanceof List<?> list) {
            return two instanceof List<?> others && same(list, others);
        }
        return one.equals(two);
    }

    private static boolean same(List<?> one, List<?> two) {
        boolean same = one.size() == two.size();
        for (int index = 0; same && index < one.size(); index++) {
            same = same(one.get(index), two.get(index));
        }
        return same;
    }
}
