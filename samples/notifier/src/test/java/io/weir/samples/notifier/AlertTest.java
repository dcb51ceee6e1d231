package io.weir.samples.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertTest {

    private static final Path GOLDEN = Path.of("../../rules-engine/src/test/resources/alerts/v1.records");

    @Test
    void alerts_thatVersion1Wrote_areRead() throws Exception {
        List<Alert> alerts = new ArrayList<>();
        List<String> lines = Files.readAllLines(GOLDEN);
        for (int i = 1; i < lines.size(); i += 2) {
            alerts.add(Alert.read(lines.get(i).getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(alerts).hasSizeGreaterThan(5).extracting(Alert::id).doesNotHaveDuplicates();
        assertThat(alerts).extracting(Alert::severity).contains(Alert.Severity.values());
        assertThat(alerts)
                .extracting(alert -> alert.group().key())
                .contains("{}", "{\"cardId\":\"c-1\",\"country\":\"DE\"}");
        assertThat(alerts).extracting(Alert::suppressed).contains(0L, 1L);
        assertThat(alerts).extracting(alert -> alert.shown().toString()).anyMatch(shown -> shown.contains("0.30"));
    }

    @Test
    void alert_withFieldsOfALaterVersion_isRead() throws Exception {
        Alert alert = Alert.read(Alerts.json("a", "Any", "u", "text")
                .replace("\"tenant\"", "\"new\":[1],\"tenant\"")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(alert.id()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{}", "{\"id\":1}", "{\"id\":\"\"}"})
    void value_thatIsNoAlert_isRefused(String value) {
        assertThatThrownBy(() -> Alert.read(value.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableAlert.class);
    }

    @Test
    void alert_tooLongForANotification_isRefused() {
        String json = Alerts.json("a", "Any", "u", "x".repeat(Groups.MOST_BYTES));

        assertThatThrownBy(() -> Alert.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableAlert.class)
                .hasMessageContaining("too long");
    }
}
