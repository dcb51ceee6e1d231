package io.weir.dsl.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.json.Comments.Where;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a JSON Schema of the kinds of nodes. A kind decides alone what else is looked at, so that deep trees are checked fast. */
final class TreeSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TreeSchema() {}

    static ObjectNode schema() {
        ObjectNode schema = NODES.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "A rule file as a tree")
                .put("$ref", "#/$defs/file");
        ObjectNode definitions = schema.putObject("$defs");
        for (Kind<?> kind : Kinds.all()) {
            if (kind.leaf() != null) {
                definitions.set(kind.name(), bareOrNot(kind.leaf()));
                definitions.set(node(kind.leaf()), leaf(kind.leaf()));
            } else {
                definitions.set(kind.name(), kind(kind));
            }
        }
        for (Family family : Family.values()) {
            definitions.set(family.text(), family(family));
        }
        definitions.set("comments", comments());
        definitions.set("lines", NODES.objectNode().put("type", "array").set("items", string("^(#[^\\n]*)?$")));
        return schema;
    }

    private static ObjectNode kind(Kind<?> kind) {
        ObjectNode schema =
                NODES.objectNode().put("description", written(kind.steps())).put("type", "object");
        ObjectNode properties = properties(schema, kind.name());
        ArrayNode required = NODES.arrayNode();
        for (Part<?> part : kind.parts()) {
            properties.set(part.name(), part.isList() ? list(part) : shape(part.shape()));
            if (kind.needs(part)) {
                required.add(part.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode properties(ObjectNode schema, String kind) {
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("kind").put("const", kind);
        properties.set("comments", reference("comments"));
        properties.putObject("range").put("type", "object");
        return properties;
    }

    private static ObjectNode list(Part<?> part) {
        ObjectNode list = NODES.objectNode().put("type", "array");
        list.set("items", shape(part.shape()));
        return part.least() > 0 ? list.put("minItems", part.least()) : list;
    }

    private static ObjectNode shape(Shape shape) {
        if (shape instanceof Leaf leaf) {
            return reference(leaf.kind());
        } else if (shape instanceof Shape.Node node) {
            return reference(node.text());
        } else if (shape instanceof Shape.Choice choice) {
            ObjectNode words = NODES.objectNode();
            choice.words().keySet().forEach(words.withArray("enum")::add);
            return words;
        }
        return NODES.objectNode().put("type", "boolean");
    }

    private static ObjectNode bareOrNot(Leaf leaf) {
        ObjectNode schema = NODES.objectNode().put("description", leaf.description());
        schema.putArray("anyOf").add(value(leaf)).add(reference(node(leaf)));
        return schema;
    }

    private static ObjectNode leaf(Leaf leaf) {
        ObjectNode schema =
                NODES.objectNode().put("description", leaf.description()).put("type", "object");
        ObjectNode properties = properties(schema, leaf.kind());
        properties.set(Kind.VALUE, value(leaf));
        if (leaf.extra() != null) {
            properties.putObject(leaf.extra()).put("type", "boolean");
        }
        schema.putArray("required").add(Kind.VALUE);
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode value(Leaf leaf) {
        ObjectNode text = leaf.pattern().isEmpty()
                ? NODES.objectNode().put("type", "string")
                : string("^(" + leaf.pattern() + ")$");
        if (leaf != Leaf.NUMBER) {
            return text;
        }
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf")
                .add(text)
                .add(NODES.objectNode().put("type", "number").put("minimum", 0));
        return either;
    }

    private static ObjectNode string(String pattern) {
        return NODES.objectNode().put("type", "string").put("pattern", pattern);
    }

    private static ObjectNode family(Family family) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ArrayNode kinds = schema.putObject("properties").putObject("kind").putArray("enum");
        schema.putArray("required").add("kind");
        ArrayNode all = schema.putArray("allOf");
        for (Kind<?> kind : Kinds.of(Shape.Node.of(family))) {
            kinds.add(kind.name());
            ObjectNode branch = all.addObject();
            branch.putObject("if").putObject("properties").putObject("kind").put("const", kind.name());
            branch.set("then", reference(kind.leaf() == null ? kind.name() : node(kind.leaf())));
        }
        return schema;
    }

    private static ObjectNode comments() {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Where where : Where.values()) {
            properties.set(where.text(), reference("lines"));
        }
        return schema.put("additionalProperties", false);
    }

    private static String node(Leaf leaf) {
        return leaf.kind() + "Node";
    }

    private static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", "#/$defs/" + name);
    }

    /** How a rule writes it: parts in angle brackets, what may be missing in square ones. */
    private static String written(List<? extends Step<?>> steps) {
        return steps.stream().map(TreeSchema::written).collect(Collectors.joining(" "));
    }

    private static String written(Step<?> step) {
        if (step instanceof Step.Say<?> say) {
            return say.words();
        } else if (step instanceof Step.Unless<?> unless) {
            return "[" + unless.words() + "]";
        } else if (step instanceof Step.Maybe<?> maybe) {
            return "[" + written(maybe.steps()) + "]";
        }
        Part<?> part = (Part<?>) step;
        return part.shape() instanceof Shape.Flag flag
                ? "[" + (flag.word().isEmpty() ? "<" + part.name() + ">" : flag.word()) + "]"
                : "<" + part.name() + ">" + (part.isList() ? "…" : "");
    }
}
