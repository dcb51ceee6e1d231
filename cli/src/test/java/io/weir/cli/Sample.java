package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.samples.SampleFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A story of the samples: its pack, its events, and what is expected of them. */
public record Sample(String name) {

    private static final List<String> COMPARED =
            List.of("rule", "severity", "time", "key", "text", "suppressed", "model");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that expect something. */
    public static List<Sample> all() throws IOException {
        try (Stream<Path> folders = Files.list(SampleFolders.root())) {
            return folders.filter(story -> Files.exists(story.resolve("expected-alerts.jsonl")))
                    .map(story -> new Sample(story.getFileName().toString()))
                    .sorted(Comparator.comparing(Sample::name))
                    .toList();
        }
    }

    public Path folder() {
        return SampleFolders.story(name);
    }

    /** The events of each stream. */
    public Map<String, Path> events() throws IOException {
        return byName(folder().resolve("events"));
    }

    /** The rows of each table. */
    public Map<String, Path> tables() throws IOException {
        Path tables = folder().resolve("tables");
        return Files.isDirectory(tables) ? byName(tables) : Map.of();
    }

    /** The package that scores as fraud, if one does. */
    public Optional<Path> model() {
        return Optional.of(folder().resolve("model-v1")).filter(Files::isDirectory);
    }

    private static Map<String, Path> byName(Path files) throws IOException {
        Map<String, Path> named = new TreeMap<>();
        try (Stream<Path> listed = Files.list(files)) {
            listed.forEach(file -> named.put(file.getFileName().toString().replaceAll("\\..*", ""), file));
        }
        return named;
    }

    /** Fails unless these are the alerts, and the other events and questions, that the folder expects; both as JSON, in order. */
    public void assertGives(List<String> alerts, List<String> sent) throws IOException {
        assertThat(alerts(alerts)).as(name).isEqualTo(alerts(expected("expected-alerts.jsonl")));
        List<JsonNode> expectedEvents = read(expected("expected-events.jsonl"));
        assertThat(asFarAs(expectedEvents, read(sent))).as(name).isEqualTo(expectedEvents);
    }

    /** Empty where the folder expects nothing of that kind. */
    private List<String> expected(String file) throws IOException {
        Path path = folder().resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    private static List<JsonNode> alerts(List<String> lines) throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        for (JsonNode alert : read(lines)) {
            alerts.add(((ObjectNode) alert).retain(COMPARED));
        }
        return alerts;
    }

    private static List<JsonNode> read(List<String> lines) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        for (String line : lines) {
            read.add(JSON.readTree(line));
        }
        return read;
    }

    private static List<JsonNode> asFarAs(List<JsonNode> expected, List<JsonNode> sent) {
        List<JsonNode> seen = new ArrayList<>(sent);
        for (int i = 0; i < Math.min(expected.size(), sent.size()); i++) {
            seen.set(i, asFarAs(expected.get(i), sent.get(i)));
        }
        return seen;
    }

    /** Only the fields that are expected; 0.50 is 0.5. */
    private static JsonNode asFarAs(JsonNode expected, JsonNode sent) {
        if (expected.isNumber() && sent.isNumber()) {
            return expected.decimalValue().compareTo(sent.decimalValue()) == 0 ? expected : sent;
        }
        if (expected.isArray() && expected.size() == sent.size()) {
            ArrayNode seen = JSON.createArrayNode();
            for (int i = 0; i < sent.size(); i++) {
                seen.add(asFarAs(expected.get(i), sent.path(i)));
            }
            return seen;
        }
        if (!expected.isObject() || !sent.isObject()) {
            return sent;
        }
        ObjectNode seen = JSON.createObjectNode();
        sent.properties().stream()
                .filter(field -> expected.has(field.getKey()))
                .forEach(field -> seen.set(field.getKey(), asFarAs(expected.get(field.getKey()), field.getValue())));
        return seen;
    }
}
