package io.weir.samples.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final Groups groups = new Groups(Duration.ofSeconds(10), 3);

    @Test
    void burst_withinTheWindow_isOneNotification() throws Exception {
        groups.add(Alerts.alert("a", "ann"), START);
        groups.add(Alerts.alert("b", "ann"), START.plusSeconds(9));
        groups.add(Alerts.alert("c", "bob"), START.plusSeconds(9));

        assertThat(groups.closed(START.plusMillis(9_999))).isEmpty();
        assertThat(groups.closed(START.plusSeconds(10)))
                .singleElement()
                .satisfies(notification -> assertThat(notification.alerts()).containsExactly("a", "b"));
        assertThat(groups.closed(START.plusSeconds(19)))
                .singleElement()
                .satisfies(notification -> assertThat(notification.alerts()).containsExactly("c"));
        assertThat(groups.size()).isZero();
    }

    @Test
    void notification_saysWhatItsAlertsSay() throws Exception {
        groups.add(Alerts.alert("a", "ann"), START);
        groups.add(Alerts.alert("b", "ann"), START);

        String body = groups.closed(START.plusSeconds(10)).get(0).body();
        JsonNode json = Json.read(body.getBytes(StandardCharsets.UTF_8));
        assertThat(json.path("rule").asText()).isEqualTo("Any");
        assertThat(json.path("key").path("userId").asText()).isEqualTo("ann");
        assertThat(json.path("severity").asText()).isEqualTo("high");
        assertThat(json.path("text").asText()).isEqualTo("text of b");
        assertThat(json.path("count").asInt()).isEqualTo(2);
        assertThat(json.path("suppressed").asInt()).isEqualTo(2);
        assertThat(json.path("alerts").findValuesAsText("id")).containsExactly("a", "b");
        assertThat(body).contains("\"sum\":12.50");
    }

    @Test
    void group_withTooManyAlerts_isClosedAtOnce() {
        for (String id : new String[] {"a", "b", "c", "d"}) {
            groups.add(Alerts.alert(id, "ann"), START);
        }

        assertThat(groups.closed(START))
                .singleElement()
                .satisfies(notification -> assertThat(notification.alerts()).containsExactly("a", "b", "c"));
        assertThat(groups.size()).isEqualTo(1);
    }

    @Test
    void group_thatWouldGrowTooLong_isClosedBefore() {
        String long1 = "x".repeat(Groups.MOST_BYTES - 1_000);
        groups.add(Alerts.alert("a", "ann", long1), START);
        groups.add(Alerts.alert("b", "ann", long1), START);

        assertThat(groups.closed(START))
                .singleElement()
                .satisfies(notification -> assertThat(notification.alerts()).containsExactly("a"));
    }

    @Test
    void notification_ofTheSameAlerts_hasTheSameId() {
        groups.add(Alerts.alert("a", "ann"), START);
        Notification one = groups.closed(START.plusSeconds(10)).get(0);
        groups.add(Alerts.alert("a", "ann"), START.plusSeconds(60));
        Notification again = groups.closed(START.plusSeconds(70)).get(0);

        assertThat(again.id()).isEqualTo(one.id());
    }
}
