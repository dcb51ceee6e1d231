package io.weir.engine.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.engine.publish.Publisher;
import io.weir.models.ModelPackage;
import io.weir.models.flinkml.FlinkMlDirectories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ModelSwapIT {

    private static final String RULES = """
            event Payment {
              id: text
              x: float
              at: timestamp
            } time at, from topic "%s"

            model risk given x: float returns probability else 0.25

            rule "Stateless score" on Payment when score of risk >= 0.0 then alert "stateless {id}"

            rule "Keyed score" on Payment by id
              when at least 1 Payment within 1 minute and score of risk >= 0.0
              then alert "keyed {id}"
            """;

    @RegisterExtension
    static final MiniClusterExtension FLINK = Flink.cluster();

    @TempDir
    Path directory;

    @Test
    void model_swappedBetweenTwoEvents_scoresTheSecondAndIsNamed() throws Exception {
        Installation weir = new Installation();
        String payments = weir.eventTopic("payments", 1);
        Publisher publisher = new Publisher("default");
        weir.control.commit(publisher.released(publisher.draft(RULES.formatted(payments)), null));
        weir.control.commit(publisher.released(publisher.model("risk", weights(2)), 1_000L));
        var job = weir.start(weir.config());

        try (Events events = new Events(payments);
                Received alerts = weir.alerts()) {
            pay(events, "a", 999);
            pay(events, "b", 1_000);
            alerts.until(records -> assertThat(records).hasSize(4));

            weir.control.commit(publisher.released(publisher.model("risk", weights(-2)), 2_000L));
            pay(events, "c", 1_999);
            pay(events, "d", 2_000);
            alerts.until(records -> assertThat(records).hasSize(8));

            Map<String, JsonNode> byText = new HashMap<>();
            alerts.soFar().forEach(record -> {
                JsonNode alert = Alerts.json(record);
                byText.put(alert.path("text").asText(), alert.path("model"));
            });
            for (String kind : new String[] {"stateless ", "keyed "}) {
                assertScored(byText.get(kind + "a"), null, 0.25);
                assertScored(byText.get(kind + "b"), 1, sigmoid(2));
                assertScored(byText.get(kind + "c"), 1, sigmoid(2));
                assertScored(byText.get(kind + "d"), 2, sigmoid(-2));
            }
        } finally {
            job.cancel().get();
        }
    }

    private static void assertScored(JsonNode model, @Nullable Integer version, double score) {
        assertThat(model.path("name").asText()).isEqualTo("risk");
        assertThat(model.has("version") ? model.path("version").asInt() : null).isEqualTo(version);
        assertThat(model.path("score").asDouble()).isCloseTo(score, within(1e-12));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static void pay(Events events, String id, long at) {
        events.send(0, "{\"id\":\"" + id + "\",\"x\":1.0,\"at\":" + at + "}");
        events.flush();
    }

    private ModelPackage weights(double... coefficients) throws IOException {
        Path model = directory.resolve("model" + coefficients[0]);
        FlinkMlDirectories.writeLogisticRegression(model, coefficients);
        return ModelPackage.ofDirectory(model);
    }
}
