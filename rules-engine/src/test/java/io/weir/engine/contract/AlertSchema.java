package io.weir.engine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * docs/alert.schema.json in two readings. Consumers take it as it stands and skip what they do not know. Of the engine's own alerts
 * more is asked: they say nothing that the schema does not name.
 */
public final class AlertSchema {

    static final Path DOCS = Path.of("../docs");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema PUBLISHED = compiled(read("alert.schema.json"));
    private static final Schema CLOSED = compiled(closed(read("alert.schema.json")));

    private AlertSchema() {}

    /** Fails unless the bytes are an alert that the schema describes whole. */
    public static void requireDocumented(byte[] alert) {
        List<Error> errors = errors(CLOSED, alert);
        if (!errors.isEmpty()) {
            throw new AssertionError(
                    "No alert of docs/alert.schema.json: " + errors + "\n" + new String(alert, StandardCharsets.UTF_8));
        }
    }

    /** What a consumer who checks with the published schema would complain of. */
    public static List<Error> complaints(byte[] alert) {
        return errors(PUBLISHED, alert);
    }

    static Schema enrichment() {
        return compiled(read("enrichment.schema.json"));
    }

    private static List<Error> errors(Schema schema, byte[] alert) {
        try {
            return schema.validate(JSON.readTree(alert));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String file) {
        try {
            return JSON.readTree(DOCS.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing beside the named properties, wherever the schema names any. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        node.forEach(AlertSchema::closed);
        return node;
    }

    private static Schema compiled(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }
}
