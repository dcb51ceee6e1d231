package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.samples.SampleFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each story's events give the alerts that its folder expects. */
class SampleReplayTest {

    private static final List<String> COMPARED =
            List.of("rule", "severity", "time", "key", "text", "suppressed", "model");

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"brute-force", "card-fraud", "cold-chain"})
    void story_replayed_givesItsExpectedAlerts(String story) throws IOException {
        Ran ran = Ran.weir(backtest(story, "2"));

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.GOOD);
        assertThat(compared(ran.out().lines().toList()))
                .isEqualTo(
                        compared(Files.readAllLines(SampleFolders.story(story).resolve("expected-alerts.jsonl"))));
    }

    @Test
    void story_replayedWithOneTaskAndWithTwo_givesTheSameBytes() throws IOException {
        Ran one = Ran.weir(backtest("brute-force", "1"));
        Ran two = Ran.weir(backtest("brute-force", "2"));
        Ran again = Ran.weir(backtest("brute-force", "2"));

        assertThat(one.out()).isNotEmpty().isEqualTo(two.out());
        assertThat(again.out()).isEqualTo(two.out());
    }

    private static String[] backtest(String story, String parallelism) throws IOException {
        Path folder = SampleFolders.story(story);
        List<String> arguments = new ArrayList<>(
                List.of("backtest", "--rules", folder.toString(), "--parallelism", parallelism, "--events"));
        try (Stream<Path> files = Files.list(folder.resolve("events"))) {
            files.sorted().forEach(file -> arguments.add(stream(file) + "=" + file));
        }
        if (Files.isDirectory(folder.resolve("model-v1"))) {
            arguments.addAll(List.of("--model", "fraud=" + folder.resolve("model-v1")));
        }
        return arguments.toArray(String[]::new);
    }

    private static String stream(Path file) {
        return file.getFileName().toString().replaceAll("\\..*", "");
    }

    private List<JsonNode> compared(List<String> lines) throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        for (String line : lines) {
            alerts.add(((ObjectNode) json.readTree(line)).retain(COMPARED));
        }
        return alerts;
    }
}
