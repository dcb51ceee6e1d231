package io.weir.dsl.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.json.Comments.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes drafts of JSON, and says of everything that is no part of one where it stands and what should stand there. */
final class DraftReader {

    private static final int LISTED = 8;
    private static final Set<String> EVERYWHERE = Set.of(DraftJson.KIND, DraftJson.COMMENTS, DraftJson.RANGE);

    private final TreeProblems problems;

    DraftReader(TreeProblems problems) {
        this.problems = problems;
    }

    /** Null where it is no node; some of its parts may lack then, too. */
    @Nullable
    Draft node(JsonNode json, Shape.Node place, String pointer) {
        Kind<?> kind = json.isObject() ? kind(json, place, pointer) : null;
        if (!json.isObject()) {
            problems.report(pointer, "expected an object that is " + listed(names(Kinds.of(place))));
        }
        return kind == null ? null : kind.leaf() == null ? branch(json, kind, pointer) : leaf(json, kind, pointer);
    }

    private @Nullable Kind<?> kind(JsonNode json, Shape.Node place, String pointer) {
        List<Kind<?>> kinds = Kinds.of(place);
        JsonNode written = json.path(DraftJson.KIND);
        if (written.isMissingNode() && kinds.size() == 1) {
            return kinds.get(0);
        }
        String name = written.asText();
        for (Kind<?> kind : kinds) {
            if (written.isTextual() && kind.name().equals(name)) {
                return kind;
            }
        }
        if (written.isTextual()) {
            problems.report(pointer + "/kind", misplaced(name, names(kinds)));
        } else {
            problems.report(pointer, "'kind' must say what it is: " + listed(names(kinds)));
        }
        return null;
    }

    private Draft branch(JsonNode json, Kind<?> kind, String pointer) {
        Draft draft = new Draft(kind, null, pointer);
        for (Part<?> part : kind.parts()) {
            JsonNode value = json.path(part.name());
            Object read = value.isMissingNode() ? null : part(value, part, pointer + "/" + part.name());
            if (read != null) {
                draft.put(part.name(), read);
            } else if (value.isMissingNode() && kind.needs(part)) {
                problems.report(pointer, "'" + kind.name() + "' needs '" + part.name() + "'");
            }
        }
        around(json, draft, kind.parts().stream().map(Part::name).collect(Collectors.toSet()));
        return draft;
    }

    private @Nullable Object part(JsonNode json, Part<?> part, String pointer) {
        return part.isList() ? list(json, part, pointer) : one(json, part.shape(), pointer);
    }

    private @Nullable Object list(JsonNode json, Part<?> part, String pointer) {
        if (!json.isArray()) {
            problems.report(pointer, "expected an array");
            return null;
        } else if (json.size() < part.least()) {
            problems.report(pointer, "expected at least " + (part.least() == 1 ? "one" : "two"));
        }
        List<Draft> drafts = new ArrayList<>();
        for (int index = 0; index < json.size(); index++) {
            Object read = one(json.get(index), part.shape(), pointer + "/" + index);
            if (read instanceof Draft draft) {
                drafts.add(draft);
            }
        }
        return drafts.isEmpty() ? null : drafts;
    }

    private @Nullable Object one(JsonNode json, Shape shape, String pointer) {
        if (shape instanceof Leaf leaf) {
            return leaf(json, Kinds.of(leaf), pointer);
        } else if (shape instanceof Shape.Choice choice) {
            return choice(json, choice, pointer);
        } else if (shape instanceof Shape.Node node) {
            return node(json, node, pointer);
        } else if (!json.isBoolean()) {
            problems.report(pointer, "expected true or false");
            return null;
        }
        return shape instanceof Shape.Truth || json.booleanValue() ? (Object) json.booleanValue() : null;
    }

    private @Nullable String choice(JsonNode json, Shape.Choice choice, String pointer) {
        if (json.isTextual() && choice.words().containsKey(json.textValue())) {
            return json.textValue();
        }
        List<String> words = List.copyOf(choice.words().keySet());
        problems.report(pointer, json.isTextual() ? misplaced(json.textValue(), words) : "expected " + listed(words));
        return null;
    }

    private @Nullable Draft leaf(JsonNode json, Kind<?> kind, String pointer) {
        Draft draft = new Draft(kind, null, pointer);
        String value = value(json.isObject() ? json.path(Kind.VALUE) : json, kind, pointer);
        if (value == null) {
            return null;
        }
        draft.put(Kind.VALUE, value);
        if (json.isObject()) {
            Leaf leaf = Kinds.leaf(kind);
            Set<String> parts = leaf.extra() == null ? Set.of(Kind.VALUE) : Set.of(Kind.VALUE, leaf.extra());
            extra(json, leaf, draft);
            around(json, draft, parts);
            ofItsKind(json, draft);
        }
        return draft;
    }

    private void ofItsKind(JsonNode json, Draft draft) {
        JsonNode kind = json.path(DraftJson.KIND);
        if (!kind.isMissingNode() && !draft.kind().name().equals(kind.textValue())) {
            problems.report(
                    draft.pointer() + "/kind", "expected '" + draft.kind().name() + "'");
        }
    }

    private void extra(JsonNode json, Leaf leaf, Draft draft) {
        JsonNode extra = leaf.extra() == null ? json.path("") : json.path(leaf.extra());
        if (leaf.extra() != null && extra.isBoolean()) {
            if (extra.booleanValue() || leaf.mayBeLong()) {
                draft.put(leaf.extra(), extra.booleanValue());
            }
        } else if (leaf.extra() != null && !extra.isMissingNode()) {
            problems.report(draft.pointer() + "/" + leaf.extra(), "expected true or false");
        }
    }

    private @Nullable String value(JsonNode json, Kind<?> kind, String pointer) {
        Leaf leaf = Kinds.leaf(kind);
        String value = json.isTextual() ? json.textValue() : leaf == Leaf.NUMBER ? number(json) : null;
        if (value == null || !leaf.takes(value)) {
            problems.report(pointer, "expected " + leaf.description());
            return null;
        }
        return value;
    }

    // Where a number has an exponent, its digits could fill the memory.
    private static @Nullable String number(JsonNode json) {
        boolean plain = json.isNumber()
                && Math.abs((long) json.decimalValue().scale()) <= Leaf.MOST_DIGITS
                && json.decimalValue().precision() <= Leaf.MOST_DIGITS;
        return plain ? json.decimalValue().toPlainString() : null;
    }

    /** What may stand by every part: comments, and where it stood. */
    private void around(JsonNode json, Draft draft, Set<String> parts) {
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            String name = field.getKey();
            if (!parts.contains(name) && !EVERYWHERE.contains(name)) {
                String near = NearNames.nearest(cut(name), parts);
                problems.report(
                        draft.pointer() + "/" + escaped(name),
                        "'" + draft.kind().name() + "' has no '" + cut(name) + "'"
                                + (near == null ? "" : "; did you mean '" + near + "'?"));
            }
        }
        JsonNode comments = json.path(DraftJson.COMMENTS);
        if (!comments.isMissingNode()) {
            comments(comments, draft, draft.pointer() + "/" + DraftJson.COMMENTS);
        }
    }

    private void comments(JsonNode json, Draft draft, String pointer) {
        if (!json.isObject()) {
            problems.report(pointer, "expected an object with 'above', 'behind', 'below' or 'inside'");
            return;
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            Where where = Where.named(field.getKey());
            String place = pointer + "/" + escaped(field.getKey());
            if (where == null || !where.fits(draft.kind())) {
                problems.report(place, "a comment of '" + draft.kind().name() + "' cannot stand there");
            } else if (!field.getValue().isArray()) {
                problems.report(place, "expected an array of lines");
            } else {
                lines(field.getValue(), draft, where, place);
            }
        }
    }

    private void lines(JsonNode lines, Draft draft, Where where, String pointer) {
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).textValue();
            if (line == null || !Comments.isLine(line)) {
                problems.report(pointer + "/" + index, "expected a line that begins with '#', or an empty one");
            } else {
                draft.comments().add(where, line.strip());
            }
        }
    }

    private static String escaped(String name) {
        return cut(name).replace("~", "~0").replace("/", "~1");
    }

    private static List<String> names(List<Kind<?>> kinds) {
        return kinds.stream().<String>map(Kind::name).toList();
    }

    private static String misplaced(String written, List<String> words) {
        String near = NearNames.nearest(cut(written), words);
        return "'" + cut(written) + "' cannot stand here; "
                + (near == null ? "expected " + listed(words) : "did you mean '" + near + "'?");
    }

    private static String listed(List<String> words) {
        String some = words.stream().limit(LISTED).map(word -> "'" + word + "'").collect(Collectors.joining(", "));
        return some + (words.size() > LISTED ? " or another" : "");
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
