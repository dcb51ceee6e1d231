package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.Severity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertDecoderTest {

    private static final long TIME = Instant.parse("2026-01-05T09:03:20.123Z").toEpochMilli();

    private final AlertDecoder decoder = new AlertDecoder(AlertStream.SCHEMA_ID);

    @Test
    void alert_asWritten_hasWhatTheStreamDeclares() throws UnreadableEvent {
        Row row = decode(alert(Map.of("cardId", "c1")));

        assertThat(RowValues.of(row, BuiltIn.ALERT))
                .containsEntry("id", "cfe0be4332be95717296b5722e19cf5f")
                .containsEntry("rule", "Any \"rule\"")
                .containsEntry("severity", "critical")
                .containsEntry("key", "c1")
                .containsEntry("text", "the text")
                .containsEntry("time", "2026-01-05T09:03:20.123Z");
        assertThat(row.time()).isEqualTo(TIME);
        assertThat(row.schemaId()).isNegative();
    }

    @Test
    void key_ofSeveralValues_isOneText() throws UnreadableEvent {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("card", "c1");
        key.put("shop", 7L);
        key.put("rate", new BigDecimal("12.50"));
        key.put("large", new BigDecimal("100"));
        key.put("on", true);
        key.put("since", "2026-01-05T09:03:20.123Z");

        assertThat(key(alert(key))).isEqualTo("c1, 7, 12.5, 100, true, 2026-01-05T09:03:20.123Z");
    }

    @Test
    void key_ofARuleWithoutOne_isMissing() throws UnreadableEvent {
        Row row = decode(alert(Map.of()));

        assertThat(row.isPresent(BuiltIn.ALERT.slotOf("key"))).isFalse();
        assertThat(row.isPresent(BuiltIn.ALERT.slotOf("text"))).isTrue();
    }

    @Test
    void offset_isMadeOfTheIdAlone() {
        assertThat(AlertStream.offset(alert(Map.of("a", 1L))))
                .isEqualTo(0xcfe0be4332be957L)
                .isEqualTo(AlertStream.offset(alert(Map.of())));
    }

    @Test
    void otherJson_isNoAlert() {
        assertThatThrownBy(() -> decode("{\"id\": \"1\", \"time\": \"2026-01-05T09:03:20Z\"}"))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> decode("{\"time\": \"noon\"}"))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("'noon' is not a point in time");
        assertThatThrownBy(() -> decode("[]")).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> decode("alert")).isInstanceOf(UnreadableEvent.class);
    }

    private String key(Alert alert) throws UnreadableEvent {
        return decode(alert).textAt(BuiltIn.ALERT.slotOf("key"));
    }

    private Row decode(Alert alert) throws UnreadableEvent {
        return decoder.decode(AlertJson.write(alert), 0, 0);
    }

    private void decode(String json) throws UnreadableEvent {
        decoder.decode(json.getBytes(StandardCharsets.UTF_8), 0, 0);
    }

    private static Alert alert(Map<String, Object> key) {
        return new Alert(
                "cfe0be4332be95717296b5722e19cf5f",
                "acme",
                "main",
                "Any \"rule\"",
                3,
                7,
                Severity.CRITICAL,
                TIME,
                key,
                "the text",
                Map.of("id", "not this", "key", "nor this"),
                List.of(new Alert.TriggeringEvent("Login", 0, 1, 2, Map.of("text", "nor that"))),
                0,
                null);
    }
}
