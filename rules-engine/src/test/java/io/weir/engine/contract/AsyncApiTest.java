package io.weir.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.contract.Headers;
import io.weir.dsl.contract.Topics;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** docs/asyncapi.yaml: its own structure, and that it speaks of the topics, schemas and headers that there are. */
class AsyncApiTest {

    private final JsonNode document = read();

    private static JsonNode read() {
        try {
            return new YAMLMapper()
                    .readTree(AlertSchema.DOCS.resolve("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void channels_areTheTopics() throws Exception {
        Set<String> addresses = new TreeSet<>();
        document.path("channels")
                .forEach(channel -> addresses.add(channel.path("address").asText()));
        Set<String> topics = new TreeSet<>(Set.of("{topic}"));
        for (Method method : Topics.class.getDeclaredMethods()) {
            boolean names = method.getReturnType() == String.class
                    && !Set.of("prefix", "toString").contains(method.getName());
            if (names) {
                topics.add((String) method.invoke(Topics.DEFAULT));
            }
        }

        assertThat(addresses).isEqualTo(topics).hasSizeGreaterThan(8);
    }

    @Test
    void document_hasTheStructureOfAsyncApi3() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(names(document))
                .isSubsetOf(
                        "asyncapi", "info", "defaultContentType", "servers", "channels", "operations", "components");
        assertThat(document.at("/info/title").asText()).isNotEmpty();
        assertThat(document.at("/info/version").asText()).matches("\\d+\\.\\d+\\.\\d+");
        document.path("servers").forEach(server -> assertThat(names(server)).contains("host", "protocol"));
        document.path("channels").forEach(channel -> {
            assertThat(names(channel)).isSubsetOf("address", "description", "parameters", "messages");
            assertThat(channel.path("messages")).isNotEmpty();
        });
        document.path("operations").forEach(operation -> {
            assertThat(names(operation)).isSubsetOf("action", "channel", "summary");
            assertThat(operation.path("action").asText()).isIn("send", "receive");
            assertThat(operation.at("/channel/$ref").asText()).startsWith("#/channels/");
        });
        document.at("/components/messages").forEach(message -> {
            assertThat(names(message))
                    .isSubsetOf("name", "title", "summary", "contentType", "headers", "payload", "bindings");
            assertThat(names(message)).contains("title", "payload");
        });
    }

    @Test
    void references_leadSomewhere() {
        List<String> dead = new ArrayList<>();
        Set<String> files = new HashSet<>();
        walk("", document, (path, node) -> {
            String reference = node.path("$ref").asText("");
            if (reference.startsWith("#")) {
                if (document.at(reference.substring(1)).isMissingNode()) {
                    dead.add(path + " → " + reference);
                }
            } else if (!reference.isEmpty()) {
                files.add(reference);
            }
        });

        assertThat(dead).isEmpty();
        assertThat(files).containsExactlyInAnyOrder("./alert.schema.json", "./enrichment.schema.json");
        assertThat(files)
                .allSatisfy(file -> assertThat(AlertSchema.DOCS.resolve(file)).exists());
    }

    @Test
    void messages_areAllUsed() {
        Set<String> used = new HashSet<>();
        walk("", document, (path, node) -> used.add(node.path("$ref").asText("")));

        assertThat(document.at("/components/messages").properties())
                .allSatisfy(message -> assertThat(used).contains("#/components/messages/" + message.getKey()));
    }

    @Test
    void schema_ofAlerts_isTheOneThatTheyName() throws IOException {
        Path file = AlertSchema.DOCS.resolve("alert.schema.json");

        assertThat(new ObjectMapper().readTree(file.toFile()).path("$id").asText())
                .isEqualTo(AlertJson.SCHEMA);
        assertThat(document.at("/components/schemas/cloudEventHeaders/properties/ce_dataschema/const")
                        .asText())
                .isEqualTo(AlertJson.SCHEMA);
    }

    @Test
    void headers_ofLateEvents_areTheEnginesOwn() throws Exception {
        Set<String> headers = new TreeSet<>();
        for (var field : Headers.class.getDeclaredFields()) {
            headers.add((String) field.get(null));
        }

        assertThat(names(document.at("/components/schemas/originHeaders/properties")))
                .containsExactlyInAnyOrderElementsOf(headers);
        assertThat(names(document.at("/components/schemas/reasonHeaders/properties")))
                .containsExactlyInAnyOrderElementsOf(headers);
    }

    private static void walk(String path, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(path, node);
        node.properties().forEach(field -> walk(path + "/" + field.getKey(), field.getValue(), visitor));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(path + "/" + i, node.get(i), visitor);
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
