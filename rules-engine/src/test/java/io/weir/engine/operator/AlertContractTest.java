package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.contract.Topics;
import io.weir.dsl.plan.Severity;
import io.weir.engine.contract.AlertSchema;
import io.weir.engine.evaluate.Lane;
import io.weir.engine.evaluate.RaisedAlert;
import io.weir.engine.operator.GoldenAlerts.Golden;
import io.weir.engine.state.OutRecord;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What consumers were promised: docs/alerts.md. */
class AlertContractTest {

    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

    @Test
    void alert_ofTheGoldenEvents_saysAllThatVersion1Said() throws Exception {
        Map<String, Golden> today = new HashMap<>();
        GoldenAlerts.today().forEach(record -> today.put(id(record), record));

        assertThat(GoldenAlerts.version1()).hasSize(today.size()).allSatisfy(old -> {
            Golden now = today.get(id(old));
            assertThat(now).as("the alert %s", id(old)).isNotNull();
            assertThat(lost("", old.context(), now.context())).isEmpty();
            assertThat(lost("", old.value(), now.value())).isEmpty();
        });
    }

    @Test
    void alert_ofVersion1_isValidAndACloudEvent() throws Exception {
        assertThat(GoldenAlerts.version1()).allSatisfy(record -> {
            assertThat(AlertSchema.complaints(record.bytes())).isEmpty();
            assertThat(event(record.headers(), record.bytes()).getId()).isEqualTo(id(record));
        });
    }

    /** Otherwise the fixture could stay valid by saying little. */
    @Test
    void alerts_ofVersion1_showEveryFieldAndKindOfValue() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (Golden record : GoldenAlerts.version1()) {
            JsonNode value = record.value();
            value.fieldNames().forEachRemaining(seen::add);
            seen.add(value.path("severity").asText());
            value.path("model").fieldNames().forEachRemaining(name -> seen.add("model." + name));
            value.path("events")
                    .forEach(event -> event.path("fields")
                            .properties()
                            .forEach(field -> seen.add(field.getValue().isNull() ? "null" : field.getKey())));
            seen.add(value.path("key").size() + " key fields");
            seen.add(value.path("suppressed").asLong() > 0 ? "suppressed > 0" : "");
        }

        assertThat(seen)
                .contains("id", "tenant", "engine", "rule", "revision", "epoch", "severity", "time", "key", "text")
                .contains("values", "events", "suppressed", "model", "model.name", "model.version", "model.score")
                .contains("low", "medium", "high", "critical")
                .contains(
                        "null", "cardId", "amount", "fee", "rate", "weight", "items", "gift", "took", "place",
                        "address")
                .contains("0 key fields", "1 key fields", "2 key fields", "suppressed > 0");
    }

    @Test
    void alert_readByTheCloudEventsLibrary_isAValidEvent() throws Exception {
        for (Golden record : GoldenAlerts.today()) {
            CloudEvent event = event(record.headers(), record.bytes());
            JsonNode alert = record.value();

            assertThat(event.getSpecVersion().toString()).isEqualTo("1.0");
            assertThat(event.getId()).isEqualTo(alert.path("id").asText());
            assertThat(event.getSource()).isEqualTo(URI.create("/weir/acme/test"));
            assertThat(event.getType()).isEqualTo("io.weir.alert.v1");
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getDataSchema()).isEqualTo(URI.create("urn:weir:alert:v1"));
            assertThat(event.getSubject()).isEqualTo(alert.path("rule").asText());
            assertThat(event.getTime().toInstant())
                    .isEqualTo(Instant.parse(alert.path("time").asText()));
            assertThat(event.getData().toBytes()).isEqualTo(record.bytes());
            assertThat(event.getExtensionNames()).isEmpty();
        }
    }

    @Test
    void alert_ofARuleWithALineBreakInItsName_isAValidEvent() {
        OutRecord record = record(alert("Line\nbreak \u0085 é \uD83D\uDE00", NOON));

        assertThat(event(GoldenAlerts.golden(record).headers(), record.value()).getSubject())
                .isEqualTo("Line break   é \uD83D\uDE00");
        assertThat(record.header("ce_subject")).doesNotContain("\n", "\u0085");
    }

    @ParameterizedTest
    @ValueSource(longs = {253_402_300_800_000L, -62_167_219_200_001L, 9_000_000_000_000_000L, -9_000_000_000_000_000L})
    void alert_ofAnEventBeyondTheYear9999_isAValidEventWithoutATime(long time) {
        OutRecord record = record(alert("Any", time));

        assertThat(event(GoldenAlerts.golden(record).headers(), record.value()).getTime())
                .isNull();
        AlertSchema.requireDocumented(record.value());
    }

    @ParameterizedTest
    @ValueSource(longs = {253_402_300_799_999L, -62_135_596_800_000L, 0})
    void alert_ofAnyOtherEvent_hasItsTime(long time) {
        OutRecord record = record(alert("Any", time));

        assertThat(event(GoldenAlerts.golden(record).headers(), record.value())
                        .getTime()
                        .toInstant())
                .isEqualTo(Instant.ofEpochMilli(time));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void alert_ofAnyNumberOfEvents_isDocumented(int events) {
        Alert.TriggeringEvent event = new Alert.TriggeringEvent("Tick", 0, 7, NOON, Map.of("name", "a"));
        Alert alert = alert("Any", NOON);
        AlertSchema.requireDocumented(AlertJson.write(new Alert(
                alert.id(),
                alert.tenant(),
                alert.engine(),
                alert.rule(),
                alert.revision(),
                alert.epoch(),
                alert.severity(),
                alert.time(),
                alert.key(),
                alert.text(),
                alert.values(),
                Collections.nCopies(events, event),
                alert.suppressed(),
                alert.model())));
    }

    @Test
    void alert_ofARuleThatWatchesAlerts_saysSoInAnExtension() {
        RaisedAlert raised = new RaisedAlert(alert("Any", NOON), null, null, "acme/any");
        OutRecord record = new Records("test", Topics.DEFAULT, Lane.ALERTS).alert(raised);

        CloudEvent event = event(GoldenAlerts.golden(record).headers(), record.value());
        assertThat(event.getExtensionNames()).containsExactly("about");
        assertThat(event.getExtension("about")).isEqualTo("alerts");
        assertThat(record.value()).isEqualTo(record(alert("Any", NOON)).value());
    }

    private static Alert alert(String rule, long time) {
        return new Alert(
                "00112233445566778899aabbccddeeff",
                "acme",
                "test",
                rule,
                1,
                1,
                Severity.LOW,
                time,
                Map.of(),
                "text",
                Map.of(),
                List.of(),
                0,
                null);
    }

    private static OutRecord record(Alert alert) {
        return new Records("test", Topics.DEFAULT, Lane.EVENTS).alert(new RaisedAlert(alert, null, null, "acme/any"));
    }

    private static CloudEvent event(Headers headers, byte[] value) {
        return KafkaMessageFactory.createReader(headers, value).toEvent();
    }

    /** Where the old says something that the new does not say, or says otherwise. */
    private static List<String> lost(String path, JsonNode old, JsonNode now) {
        if (old.isObject() && now.isObject()) {
            List<String> lost = new ArrayList<>();
            old.properties()
                    .forEach(field ->
                            lost.addAll(lost(path + "/" + field.getKey(), field.getValue(), now.path(field.getKey()))));
            return lost;
        } else if (old.isArray() && now.isArray() && old.size() == now.size()) {
            List<String> lost = new ArrayList<>();
            for (int i = 0; i < old.size(); i++) {
                lost.addAll(lost(path + "/" + i, old.get(i), now.get(i)));
            }
            return lost;
        }
        return old.equals(now) ? List.of() : List.of(path + ": " + old + ", now " + now);
    }

    private static String id(Golden record) {
        return record.value().path("id").asText();
    }
}
