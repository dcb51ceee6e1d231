package io.weir.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** openapi.yaml, held against what the server really answers: as much of JSON Schema as the document uses. */
public final class OpenApi {

    private static final JsonNode DOCUMENT = load();

    private OpenApi() {}

    private static JsonNode load() {
        try {
            return new YAMLMapper().readTree(OpenApi.class.getResource("/io/weir/admin/http/openapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code GET /api/v1/rules} and so on. */
    public static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        DOCUMENT.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** What is wrong with an answer; empty for a good one. A path that the document lacks answers with a problem. */
    static List<String> mistakes(String method, String path, int status, String type, JsonNode body) {
        List<String> mistakes = new ArrayList<>();
        JsonNode responses = operation(method, path).path("responses");
        JsonNode response = responses.has(String.valueOf(status))
                ? responses.path(String.valueOf(status))
                : resolved(responses.path("default"));
        JsonNode content = response.isMissingNode()
                ? resolved(DOCUMENT.path("components").path("responses").path("problem"))
                        .path("content")
                : response.path("content");
        String bare = type.split(";")[0];
        if (!content.has(bare)) {
            mistakes.add(method + " " + path + " " + status + " answers with the undocumented type '" + bare + "'");
        } else if (bare.endsWith("json")) {
            check(method + " " + path + " " + status, content.path(bare).path("schema"), body, mistakes);
        }
        return mistakes;
    }

    private static JsonNode operation(String method, String path) {
        JsonNode found = MissingNode.getInstance();
        for (var each : DOCUMENT.path("paths").properties()) {
            if (path.matches(each.getKey().replaceAll("\\{[^}]+}", "[^/]+"))) {
                found = each.getValue().path(method.toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    private static void check(String where, JsonNode unresolved, JsonNode value, List<String> mistakes) {
        JsonNode schema = resolved(unresolved);
        if (value.isObject()) {
            checkObject(where, schema, value, mistakes);
        } else if (value.isArray()) {
            for (JsonNode item : value) {
                check(where + "[]", schema.path("items"), item, mistakes);
            }
        }
        checkValue(where, schema, value, mistakes);
    }

    private static void checkObject(String where, JsonNode schema, JsonNode value, List<String> mistakes) {
        Set<String> known = new HashSet<>();
        for (JsonNode part : parts(schema)) {
            part.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    mistakes.add(where + " lacks " + name.asText());
                }
            });
            part.path("properties").properties().forEach(property -> {
                known.add(property.getKey());
                if (value.has(property.getKey())) {
                    check(where + "." + property.getKey(), property.getValue(), value.get(property.getKey()), mistakes);
                }
            });
        }
        value.fieldNames().forEachRemaining(name -> {
            if (!known.isEmpty() && !known.contains(name)) {
                mistakes.add(where + " has the undocumented " + name);
            }
        });
    }

    /** The schema itself, and all that it takes in. */
    private static List<JsonNode> parts(JsonNode schema) {
        List<JsonNode> parts = new ArrayList<>(List.of(schema));
        schema.path("allOf").forEach(part -> parts.addAll(parts(resolved(part))));
        return parts;
    }

    private static void checkValue(String where, JsonNode schema, JsonNode value, List<String> mistakes) {
        String type = schema.path("type").asText("");
        boolean fits = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!fits) {
            mistakes.add(where + " is no " + type + ": " + value);
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            mistakes.add(where + " is none of the documented values: " + value);
        }
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(DOCUMENT.at(node.path("$ref").asText().substring(1)))
                : node;
    }
}
