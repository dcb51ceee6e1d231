package io.weir.dsl.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.json.Comments.Where;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes drafts as JSON. */
final class DraftJson {

    static final String KIND = "kind";
    static final String COMMENTS = "comments";
    static final String RANGE = "range";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Function<Draft, @Nullable ObjectNode> ranges;

    /** @param ranges where each node stands; null where that is not asked for */
    DraftJson(Function<Draft, @Nullable ObjectNode> ranges) {
        this.ranges = ranges;
    }

    ObjectNode object(Draft draft) {
        ObjectNode json = NODES.objectNode().put(KIND, draft.kind().name());
        draft.parts().forEach((name, part) -> json.set(name, part(draft.kind(), name, part)));
        if (!draft.comments().isEmpty()) {
            json.set(COMMENTS, comments(draft.comments()));
        }
        ObjectNode range = ranges.apply(draft);
        if (range != null) {
            json.set(RANGE, range);
        }
        return json;
    }

    private JsonNode part(Kind<?> kind, String name, Object part) {
        if (part instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        } else if (part instanceof Draft draft) {
            return node(draft, isOfLeaf(kind, name));
        } else if (part instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            boolean leaves = isOfLeaf(kind, name);
            list.forEach(each -> array.add(node((Draft) each, leaves)));
            return array;
        }
        return NODES.textNode(part.toString());
    }

    // Where only a name may stand, a name is no more than a text, unless there is more to say of it.
    private JsonNode node(Draft draft, boolean onlyLeaf) {
        boolean bare =
                onlyLeaf && draft.parts().size() == 1 && draft.comments().isEmpty() && ranges.apply(draft) == null;
        return bare ? NODES.textNode(draft.value()) : object(draft);
    }

    private static boolean isOfLeaf(Kind<?> kind, String name) {
        return kind.parts().stream().anyMatch(part -> part.name().equals(name) && part.shape() instanceof Leaf);
    }

    private static ObjectNode comments(Comments comments) {
        ObjectNode json = NODES.objectNode();
        for (Where where : Where.values()) {
            List<String> lines = comments.at(where);
            if (!lines.isEmpty()) {
                lines.forEach(json.withArray(where.text())::add);
            }
        }
        return json;
    }
}
