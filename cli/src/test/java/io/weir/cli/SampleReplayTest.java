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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each story's events give what its folder expects, with one task and with two. */
class SampleReplayTest {

    private static final List<String> COMPARED =
            List.of("rule", "severity", "time", "key", "text", "suppressed", "model");

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    static List<String> stories() throws IOException {
        try (Stream<Path> folders = Files.list(SampleFolders.root())) {
            return folders.filter(story -> Files.exists(story.resolve("expected-alerts.jsonl")))
                    .map(story -> story.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void story_replayed_givesWhatItsFolderExpects(String story) throws IOException {
        Path sent = folder.resolve("sent");
        Path sentByOne = folder.resolve("sent-by-one");

        Ran ran = Ran.weir(backtest(story, "2", sent));
        Ran byOne = Ran.weir(backtest(story, "1", sentByOne));

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.GOOD);
        assertThat(alerts(ran.out().lines().toList())).isEqualTo(alerts(expected(story, "expected-alerts.jsonl")));
        List<JsonNode> expectedEvents = read(expected(story, "expected-events.jsonl"));
        assertThat(asFarAs(expectedEvents, read(Files.readAllLines(sent)))).isEqualTo(expectedEvents);
        assertThat(byOne.out()).isEqualTo(ran.out());
        assertThat(sentByOne).hasSameTextualContentAs(sent);
    }

    private static String[] backtest(String story, String parallelism, Path sent) throws IOException {
        Path pack = SampleFolders.story(story);
        List<String> arguments = new ArrayList<>(List.of("backtest", "--rules", pack.toString()));
        arguments.addAll(List.of("--parallelism", parallelism, "--sent", sent.toString(), "--events"));
        arguments.addAll(byName(pack.resolve("events")));
        if (Files.isDirectory(pack.resolve("tables"))) {
            arguments.add("--tables");
            arguments.addAll(byName(pack.resolve("tables")));
        }
        if (Files.isDirectory(pack.resolve("model-v1"))) {
            arguments.addAll(List.of("--model", "fraud=" + pack.resolve("model-v1")));
        }
        return arguments.toArray(String[]::new);
    }

    private static List<String> byName(Path files) throws IOException {
        try (Stream<Path> listed = Files.list(files)) {
            return listed.sorted()
                    .map(file -> file.getFileName().toString().replaceAll("\\..*", "") + "=" + file)
                    .toList();
        }
    }

    /** Empty where the folder expects nothing of that kind. */
    private static List<String> expected(String story, String name) throws IOException {
        Path file = SampleFolders.story(story).resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private List<JsonNode> alerts(List<String> lines) throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        for (JsonNode alert : read(lines)) {
            alerts.add(((ObjectNode) alert).retain(COMPARED));
        }
        return alerts;
    }

    private List<JsonNode> read(List<String> lines) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        for (String line : lines) {
            read.add(json.readTree(line));
        }
        return read;
    }

    private List<JsonNode> asFarAs(List<JsonNode> expected, List<JsonNode> sent) {
        List<JsonNode> seen = new ArrayList<>(sent);
        for (int i = 0; i < Math.min(expected.size(), sent.size()); i++) {
            seen.set(i, asFarAs(expected.get(i), sent.get(i)));
        }
        return seen;
    }

    /** Only the fields that are expected; 0.50 is 0.5. */
    private JsonNode asFarAs(JsonNode expected, JsonNode sent) {
        if (expected.isNumber() && sent.isNumber()) {
            return expected.decimalValue().compareTo(sent.decimalValue()) == 0 ? expected : sent;
        }
        if (expected.isArray() && expected.size() == sent.size()) {
            ArrayNode seen = json.createArrayNode();
            for (int i = 0; i < sent.size(); i++) {
                seen.add(asFarAs(expected.get(i), sent.path(i)));
            }
            return seen;
        }
        if (!expected.isObject() || !sent.isObject()) {
            return sent;
        }
        ObjectNode seen = json.createObjectNode();
        sent.properties().stream()
                .filter(field -> expected.has(field.getKey()))
                .forEach(field -> seen.set(field.getKey(), asFarAs(expected.get(field.getKey()), field.getValue())));
        return seen;
    }
}
