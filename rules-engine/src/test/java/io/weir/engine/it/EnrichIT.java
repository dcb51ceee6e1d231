package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.engine.Checkpoints;
import io.weir.engine.EnrichConfig;
import io.weir.engine.EnrichJob;
import io.weir.engine.operator.LanguageModelOpener;
import io.weir.engine.publish.Publisher;
import io.weir.models.language.Answer;
import io.weir.models.language.AnswerStatus;
import io.weir.models.language.LanguageModel;
import io.weir.models.language.LanguageModelConfig;
import io.weir.models.language.OpenAiLanguageModel;
import io.weir.models.language.Question;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EnrichIT {

    private static final int ALERTS = 40;

    private static final String ENRICHED = """
            prompt triage timeout 500 milliseconds \"""Is {text} urgent?\""" returns { summary: text }

            rule "Enriched"
              on Login
              when outcome is "failed"
              then alert "{userId} failed" enriched by triage
            """;

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster(3);

    private final Installation weir = new Installation();
    private final Publisher publisher = new Publisher("default");
    private final String logins = weir.eventTopic("logins", 2);

    /** Takes every call and never says a word. */
    @Test
    void stalledEndpoint_costsNoAlertAndDelaysNone() throws Exception {
        try (ServerSocket endpoint = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + endpoint.getLocalPort() + "/v1";
            List<String> texts = run(() -> new OpenAiLanguageModel(new LanguageModelConfig(url, null, "any", 2)));

            assertThat(texts).hasSize(ALERTS).allMatch(status -> status.equals("TIMEOUT") || status.equals("DEGRADED"));
        }
    }

    /** Breaks its promise to answer by the deadline. */
    @Test
    void modelThatNeverAnswers_costsNoAlertAndDelaysNone() throws Exception {
        assertThat(run(SilentModel::new)).hasSize(ALERTS).containsOnly("TIMEOUT");
    }

    @Test
    void modelThatThrows_costsNoAlertAndDelaysNone() throws Exception {
        assertThat(run(ThrowingModel::new)).hasSize(ALERTS).containsOnly("DEGRADED");
    }

    @Test
    void modelThatAnswers_isHeardUnderTheAlertsId() throws Exception {
        assertThat(run(AgreeingModel::new)).hasSize(ALERTS).containsOnly("OK Is it \"yes\"");
    }

    /** Raises alerts, and gives how each was enriched. */
    private List<String> run(LanguageModelOpener model) throws Exception {
        weir.control.commit(publisher.released(publisher.draft(Rules.login(logins) + ENRICHED), null));
        JobClient engine = weir.start(weir.config());
        JobClient enricher = startEnricher(model);

        try (Events events = new Events(logins);
                Received alerts = weir.alerts();
                Received enrichments = new Received(weir.topics.enrichments())) {
            for (int i = 0; i < ALERTS; i++) {
                events.login(i % 2, "u" + i, "failed", 1_000 + i);
            }
            alerts.until(records -> assertThat(records).hasSize(ALERTS));
            enrichments.until(records -> assertThat(records).hasSize(ALERTS));

            assertThat(keys(enrichments.soFar())).containsExactlyInAnyOrderElementsOf(ids(alerts.soFar()));
            return enrichments.soFar().stream().map(EnrichIT::describe).toList();
        } finally {
            engine.cancel().get();
            enricher.cancel().get();
        }
    }

    private JobClient startEnricher(LanguageModelOpener model) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        EnrichConfig config = EnrichConfig.of(Broker.servers())
                .withKafka(weir.config().kafka())
                .withCheckpoints(Checkpoints.every(Duration.ofMillis(200)))
                .withLongestAnswer(Duration.ofSeconds(1));
        EnrichJob.define(env, config, model);
        return env.executeAsync("enrich");
    }

    private static String describe(ConsumerRecord<byte[], byte[]> record) {
        JsonNode enrichment = Alerts.json(record);
        String status = enrichment.path("status").asText();
        return status.equals("OK")
                ? "OK " + enrichment.path("output").path("summary").asText()
                : status;
    }

    private static List<String> keys(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> ids(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(record -> Received.header(record, "ce_id")).toList();
    }

    private static final class SilentModel implements LanguageModel {
        @Override
        public CompletableFuture<Answer> ask(Question question) {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }

    private static final class ThrowingModel implements LanguageModel {
        @Override
        public CompletableFuture<Answer> ask(Question question) {
            throw new IllegalStateException("no model");
        }

        @Override
        public void close() {}
    }

    private static final class AgreeingModel implements LanguageModel {
        @Override
        public CompletableFuture<Answer> ask(Question question) {
            return CompletableFuture.supplyAsync(() -> new Answer(
                    question.id(), AnswerStatus.OK, Map.of("summary", "Is it \"yes\""), "agreeing", 1, 2, 3, ""));
        }

        @Override
        public void close() {}
    }
}
