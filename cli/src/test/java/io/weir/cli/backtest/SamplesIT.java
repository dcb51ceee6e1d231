package io.weir.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.cli.Sample;
import io.weir.cli.backtest.Story.Player;
import io.weir.cli.roles.LocalFlink;
import io.weir.dsl.Compilation;
import io.weir.dsl.Environment;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.Headers;
import io.weir.dsl.contract.Topics;
import io.weir.dsl.plan.RulePlan;
import io.weir.engine.JobConfig;
import io.weir.engine.state.OutRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All stories through one broker and one engine, each as a tenant of its own: what its folder expects, as from files. */
class SamplesIT {

    private static final Topics TOPICS = Topics.DEFAULT;
    private static final String END = "the-end";
    /** Behind all stories and whatever they wait for. */
    private static final long LATE = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();

    private final Installation weir = new Installation();
    private final Player player = new Player(weir.servers());
    private final Set<String> outputs =
            new HashSet<>(Set.of(TOPICS.alerts(), TOPICS.enrichRequests(), TOPICS.late(), TOPICS.deadLetter()));

    private final Map<Sample, Environment> declared = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void stories_throughOneEngine_giveWhatTheirFoldersExpect() throws Exception {
        try (weir;
                player) {
            for (Sample story : Sample.all()) {
                publish(story);
            }
            publishTheEnd();
            pushModels();
            for (Sample story : Sample.all()) {
                send(story);
            }
            sendTheEnd();

            Map<String, List<OutRecord>> byTenant = replayed();

            for (Sample story : Sample.all()) {
                BacktestResult result = result(byTenant.getOrDefault(story.name(), List.of()));
                assertThat(result.unreadable()).as(story.name()).isEmpty();
                story.assertGives(result.alerts(), result.sent());
            }
        }
    }

    private void publish(Sample story) throws Exception {
        String text = Files.readString(story.folder().resolve("pack.weir"));
        Compilation pack = RuleCompiler.compile(List.of(new Source("pack.weir", text)));
        weir.publish(story.name(), Installation.source(new ObjectMapper().createObjectNode(), "pack", text));
        pack.rules().stream().map(RulePlan::topics).forEach(outputs::addAll);
        declared.put(story, pack.environment());
    }

    /** With an engine that has seen no event, a model that is live now was live since always. */
    private void pushModels() throws Exception {
        try (LocalFlink flink = weir.start(weir.config(1), null)) {
            weir.awaitEngines(true);
            for (Sample story : Sample.all()) {
                story.model().ifPresent(model -> weir.pushModel(story.name(), "fraud", model));
            }
        }
    }

    private void send(Sample story) throws Exception {
        Environment streams = declared.get(story);
        for (Map.Entry<String, Path> rows : story.tables().entrySet()) {
            send(streams.tables().get(rows.getKey()).topic(), rows.getValue());
        }
        for (Map.Entry<String, Path> events : story.events().entrySet()) {
            send(streams.streams().get(events.getKey()).topic(), events.getValue());
        }
    }

    private void send(String topic, Path lines) throws Exception {
        for (String line : Files.readAllLines(lines)) {
            player.send(new Story.Sent(topic, 0, 0, line));
        }
    }

    private void publishTheEnd() {
        ObjectNode pack = Installation.source(new ObjectMapper().createObjectNode(), "pack", """
                event End { mark: bool, at: timestamp } time at, from topic "the-end"
                rule "The end" on End when mark then alert "the end"
                """);
        weir.publish(END, pack);
    }

    /** Of two events the first is told of once the second lets it. */
    private void sendTheEnd() {
        player.send(new Story.Sent(END, 0, LATE, "{\"mark\":true,\"at\":" + LATE + "}"));
        player.send(new Story.Sent(END, 0, LATE, "{\"mark\":false,\"at\":" + (LATE + 1) + "}"));
    }

    /** Stories have times of their own: the one that is over must not hold back the next, nor one run ahead of another. */
    private Map<String, List<OutRecord>> replayed() throws Exception {
        JobConfig config = weir.config(2);
        config = config.withTiming(
                config.timing().withIdleness(Duration.ofSeconds(5)).withMaxDrift(Duration.ofDays(1_000)));
        try (Produced produced = new Produced(weir.servers(), outputs);
                LocalFlink flink = weir.start(config, null)) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> byTenant(produced.since(Map.of())).containsKey(END));
            flink.stopWithSavepoint(folder);
            return byTenant(produced.since(Map.of()));
        }
    }

    private static Map<String, List<OutRecord>> byTenant(List<OutRecord> records) {
        Map<String, List<OutRecord>> byTenant = new HashMap<>();
        records.forEach(record -> byTenant.computeIfAbsent(tenant(record), any -> new ArrayList<>())
                .add(record));
        return byTenant;
    }

    private static String tenant(OutRecord record) {
        String header = record.header(Headers.TENANT);
        return header == null
                ? ContractJson.read(record.value(), JsonNode.class)
                        .path("tenant")
                        .asText()
                : header;
    }

    private static BacktestResult result(List<OutRecord> records) {
        BacktestResult.Collector result =
                new BacktestResult.Collector(TOPICS, refused -> new BacktestResult.Place(refused.topic(), 0, 0));
        records.forEach(result::take);
        return result.finish(records.size());
    }
}
