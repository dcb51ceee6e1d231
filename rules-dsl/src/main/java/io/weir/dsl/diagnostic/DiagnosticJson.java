package io.weir.dsl.diagnostic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Diagnostics for tools. The names of the fields never change. */
public final class DiagnosticJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DiagnosticJson() {}

    public static ArrayNode of(List<Diagnostic> diagnostics) {
        ArrayNode array = NODES.arrayNode();
        diagnostics.forEach(diagnostic -> array.add(of(diagnostic)));
        return array;
    }

    public static ObjectNode of(Diagnostic diagnostic) {
        ObjectNode node = NODES.objectNode()
                .put("code", diagnostic.code().id())
                .put("severity", diagnostic.level().text())
                .put("message", diagnostic.message())
                .put("file", diagnostic.place().file());
        node.set("range", range(diagnostic.place()));
        if (diagnostic.help() != null) {
            node.put("help", diagnostic.help());
        }
        ArrayNode fixes = node.putArray("fixes");
        diagnostic.fixes().forEach(fix -> fixes.add(fix(fix)));
        return node;
    }

    private static ObjectNode fix(Fix fix) {
        ObjectNode node = NODES.objectNode()
                .put("title", fix.title())
                .put("file", fix.place().file());
        node.set("range", range(fix.place()));
        return node.put("replacement", fix.replacement());
    }

    /** Where something begins and ends. */
    public static ObjectNode range(Place place) {
        ObjectNode node = NODES.objectNode();
        node.set("start", position(place.from()));
        node.set("end", position(place.to()));
        return node;
    }

    // Lines and columns from 1, as people count; character is the editor's column: UTF-16 units from 0.
    private static ObjectNode position(Position position) {
        return NODES.objectNode()
                .put("line", position.line())
                .put("column", position.column())
                .put("character", position.unit())
                .put("offset", position.offset());
    }
}
