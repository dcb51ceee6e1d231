package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.Headers;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import io.weir.engine.publish.Publisher;
import io.weir.engine.state.Origin;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertsOfAlertsTest {

    private static final String TICK = """
            event Tick {
              name: text
              at: timestamp
            } time at, up to 100 milliseconds late, from topic "ticks"

            rule "Any" on Tick when name is not "" then alert "any {name}"
            rule "Key" on Tick by name when at least 2 Tick within 1 minute then alert high "{name}" to topic "keys"
            """;

    private static final String WATCHED = """
            rule "Three" on Alert by key
              when at least 3 Alert within 10 minutes
              then alert critical "{key}: {count}" at most once per 1 hour
            """;

    private static final String CHAIN = """
            rule "Chain" on Alert as now by everything
              let before = previous Alert within 1 minute
              when before is present
              then alert "{before.id} {now.id}"
            """;

    private final Publisher publisher = new Publisher("default");

    private List<ControlRecord> known(String watching) {
        return publisher.released(publisher.draft(TICK + watching), null);
    }

    @Test
    void alerts_whateverTheirTopic_areEventsOfRulesThatWatchThem() throws Exception {
        try (Lanes lanes = Lanes.start(known(WATCHED))) {
            for (int i = 0; i < 6; i++) {
                lanes.event(tick(i, "a", 1_000 * i));
            }
            lanes.watermark(10_000);

            assertThat(lanes.watched()).hasSize(11);
            OutRecord three = single(lanes, "Three");
            JsonNode alert = json(three);
            assertThat(alert.path("text").asText()).isEqualTo("a: 3");
            assertThat(alert.path("time").asText()).isEqualTo("1970-01-01T00:00:03.000Z");
            JsonNode event = alert.path("events").path(0);
            assertThat(event.path("stream").asText()).isEqualTo("Alert");
            assertThat(event.path("fields").path("rule").asText()).isEqualTo("Key");
            assertThat(event.path("partition").asInt()).isZero();
            assertThat(event.path("offset").asLong())
                    .isEqualTo(Long.parseLong(
                            event.path("fields").path("id").asText().substring(0, 15), 16));
        }
    }

    @Test
    void counts_ofRandomAlerts_areThoseOfAllAlertsSortedByTimeAndId() throws Exception {
        long seed = 20261122;
        Random random = new Random(seed);
        try (Lanes lanes = Lanes.start(known("""
                rule "Count" on Alert by key when count of Alert over the last 10 seconds >= 2 then alert "{id} {count}"
                """))) {
            for (int i = 0; i < 300; i++) {
                lanes.event(tick(i, "n" + random.nextInt(4), 500L * (i / 2 + random.nextInt(4))));
                lanes.watermark(500L * (i / 2) - 1);
            }
            lanes.watermark(Long.MAX_VALUE);

            List<JsonNode> alerts = lanes.events.out().stream()
                    .map(AlertsOfAlertsTest::json)
                    .filter(alert -> !alert.path("key").isEmpty())
                    .sorted(Comparator.comparing(AlertsOfAlertsTest::millis)
                            .thenComparing(alert -> alert.path("id").asText()))
                    .toList();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < alerts.size(); i++) {
                JsonNode alert = alerts.get(i);
                long count = alerts.subList(0, i + 1).stream()
                        .filter(before -> before.path("key").equals(alert.path("key")))
                        .filter(before -> millis(before) > millis(alert) - 10_000)
                        .count();
                if (count >= 2) {
                    expected.add(alert.path("id").asText() + " " + count);
                }
            }
            assertThat(expected).as("seed %d", seed).hasSizeGreaterThan(200);
            assertThat(texts(lanes.alerts.out())).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static long millis(JsonNode alert) {
        return Instant.parse(alert.path("time").asText()).toEpochMilli();
    }

    @Test
    void alertsOfRulesThatWatchAlerts_areMarkedAndSeenByNone() throws Exception {
        try (Lanes lanes =
                Lanes.start(known("rule \"All\" on Alert when text is not \"\" then alert \"seen {text}\""))) {
            lanes.event(tick(1, "a", 1_000));
            lanes.watermark(2_000);

            assertThat(texts(lanes)).containsExactly("any a", "seen any a");
            assertThat(lanes.alerts.takeAlerts()).isEmpty();
            assertThat(lanes.events.out())
                    .extracting(record -> record.header("ce_about"))
                    .containsOnlyNulls();
            assertThat(lanes.alerts.out())
                    .extracting(record -> record.header("ce_about"))
                    .containsExactly("alerts");
        }
    }

    @Test
    void alerts_thatNoRuleWatches_goNowhere() throws Exception {
        try (Lanes lanes = Lanes.start(known(""))) {
            lanes.event(tick(1, "a", 1_000));
            lanes.watermark(2_000);

            assertThat(texts(lanes)).containsExactly("any a");
            assertThat(lanes.watched()).isEmpty();
        }
    }

    @Test
    void alertsOfOneTime_inWhateverOrderTheyCome_areEvaluatedInThatOfTheirIds() throws Exception {
        List<ControlRecord> known = known(CHAIN);
        List<RawEvent> ticks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ticks.add(tick(i, "n" + i, 1_000));
        }
        long seed = 20261121;
        Random random = new Random(seed);
        List<String> first = null;
        for (int turn = 0; turn < 5; turn++) {
            try (Lanes lanes = Lanes.start(known)) {
                for (RawEvent tick : ticks) {
                    lanes.event(tick);
                }
                lanes.events.watermark(2_000);
                List<RawEvent> alerts = new ArrayList<>(lanes.events.takeAlerts());
                Collections.shuffle(alerts, random);
                for (RawEvent alert : alerts) {
                    lanes.alerts.event(alert);
                }
                lanes.alerts.watermark(2_000);

                List<String> ids = alerts.stream()
                        .map(alert -> read(alert.value()).path("id").asText())
                        .sorted()
                        .toList();
                List<String> pairs = new ArrayList<>();
                for (int i = 1; i < ids.size(); i++) {
                    pairs.add(ids.get(i - 1) + " " + ids.get(i));
                }
                assertThat(texts(lanes.alerts.out())).as("seed %d", seed).containsExactlyElementsOf(pairs);
                List<String> found = lanes.alerts.out().stream()
                        .map(record -> record.header("ce_id"))
                        .toList();
                first = first == null ? found : first;
                assertThat(found).isEqualTo(first);
            }
        }
    }

    @Test
    void alertsOfOtherTenants_areNotSeen() throws Exception {
        List<ControlRecord> all = new ArrayList<>(known(WATCHED));
        Publisher other = new Publisher("other");
        all.addAll(other.released(
                other.draft(TICK + "rule \"All\" on Alert when text is not \"\" then alert \"{text}\""), null));
        try (Lanes lanes = Lanes.start(all)) {
            for (int i = 0; i < 4; i++) {
                lanes.event(tick(i, "a", 1_000 * i));
            }
            lanes.watermark(10_000);

            assertThat(lanes.alerts.out())
                    .hasSize(1)
                    .allMatch(record -> json(record).path("tenant").asText().equals("default"));
        }
    }

    @Test
    void restart_betweenAnyTwoEvents_givesTheSameRecordsAndLeavesNothing() throws Exception {
        List<ControlRecord> known = known(WATCHED + CHAIN + """
                rule "Quiet" on Alert by key
                  when severity is "high" and not followed by Alert within 3 seconds
                  then alert "{key} is quiet"
                rule "Digest" on Alert by everything every 5 seconds
                  when count of Alert over the last 5 seconds > 3
                  then alert "{count}"
                """);
        long seed = 7;
        Random random = new Random(seed);
        List<RawEvent> ticks = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ticks.add(tick(i, "n" + random.nextInt(3), 1_000L * i + random.nextInt(4) * 500L));
        }
        List<String> expected = run(known, ticks, -1);
        assertThat(expected).anyMatch(record -> record.contains("quiet")).anyMatch(record -> record.contains("Digest"));

        for (int cut = 0; cut <= ticks.size(); cut++) {
            assertThat(run(known, ticks, cut))
                    .as("cut before %d, seed %d", cut, seed)
                    .isEqualTo(expected);
        }
    }

    private static List<String> run(List<ControlRecord> known, List<RawEvent> ticks, int cut) throws Exception {
        List<OutRecord> records = new ArrayList<>();
        Lanes lanes = Lanes.start(known);
        try {
            long highest = 0;
            for (int i = 0; i <= ticks.size(); i++) {
                if (i == cut) {
                    Lanes.Snapshot snapshot = lanes.snapshot(1);
                    records.addAll(lanes.out());
                    lanes.close();
                    lanes = Lanes.restore(known, snapshot);
                }
                if (i < ticks.size()) {
                    lanes.event(ticks.get(i));
                    highest = Math.max(highest, ticks.get(i).time());
                    lanes.watermark(highest - 2_000);
                }
            }
            lanes.watermark(Long.MAX_VALUE);
            records.addAll(lanes.out());
            assertThat(lanes.keysKept()).isZero();
            assertThat(lanes.timersKept()).isZero();
        } finally {
            lanes.close();
        }
        return records.stream()
                .map(record -> record.header("ce_about") + " " + new String(record.value(), StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }

    @Test
    void ruleThatIsPublishedLater_seesAlertsFromItsEffectiveTimeOn() throws Exception {
        List<ControlRecord> known = known("");
        Publisher.Draft draft =
                publisher.draft("rule \"All\" on Alert when text is not \"\" then alert \"seen {text}\"");
        Prepare prepare = publisher.prepare(draft, Duration.ofDays(1));
        try (Lanes lanes = Lanes.start(known)) {
            lanes.event(tick(1, "a", 1_000));
            lanes.watermark(2_000);
            long offset = known.size();
            for (ControlRecord artifact : draft.artifacts()) {
                lanes.control(offset++, artifact);
            }
            lanes.control(offset++, prepare);
            assertThat(lanes.alerts.latestReport("route-alerts").prepared())
                    .containsExactly(new StatusReport.Prepared("default", 2, prepare.writeId(), 2_000L));
            assertThat(lanes.alerts.latestReport("evaluate-alerts").prepared()).hasSize(1);

            lanes.event(tick(2, "b", 2_500));
            lanes.event(tick(3, "c", 3_500));
            lanes.watermark(4_000);
            assertThat(texts(lanes)).containsExactly("any a");
            Release release = publisher.release(draft, 3_000L, prepare.writeId());
            lanes.control(offset, release);

            assertThat(texts(lanes)).containsExactly("any a", "any b", "any c", "seen any c");
        }
    }

    @Test
    void alertOfAReleaseThatHasNotArrivedYet_waitsForIt() throws Exception {
        List<ControlRecord> known = known("rule \"All\" on Alert when text is not \"\" then alert \"old {text}\"");
        Publisher.Draft draft =
                publisher.draft("rule \"All\" on Alert when text is not \"\" then alert \"new {text}\"");
        Prepare prepare = publisher.prepare(draft, Duration.ofDays(1));
        try (Lanes lanes = Lanes.start(known)) {
            lanes.watermark(2_000);
            long offset = known.size();
            for (ControlRecord artifact : draft.artifacts()) {
                lanes.control(offset++, artifact);
            }
            lanes.control(offset++, prepare);
            Release release = publisher.release(draft, 3_000L, prepare.writeId());
            lanes.events.control(offset, release);
            lanes.event(tick(1, "a", 3_500));
            lanes.watermark(4_000);
            assertThat(texts(lanes)).containsExactly("any a");

            lanes.control(offset, release);

            assertThat(texts(lanes)).containsExactly("any a", "new any a");
        }
    }

    @Test
    void eachRule_isToldOfByItsOwnLaneAlone() throws Exception {
        try (Lanes lanes = Lanes.start(known(WATCHED))) {
            for (int i = 0; i < 4; i++) {
                lanes.event(tick(i, "a", 1_000 * i));
            }
            lanes.watermark(10_000);
            lanes.events.processingTime(600);
            lanes.alerts.processingTime(600);

            assertThat(lanes.events.latestReport("route").rules())
                    .extracting(RuleStatus::rule)
                    .containsExactly("any");
            assertThat(lanes.events.latestReport("evaluate").rules())
                    .extracting(RuleStatus::rule)
                    .containsExactly("key");
            assertThat(lanes.alerts.latestReport("route-alerts").rules())
                    .as("it passes over the alerts without a key")
                    .extracting(RuleStatus::rule)
                    .containsExactly("three");
            assertThat(lanes.alerts.latestReport("evaluate-alerts").rules())
                    .extracting(RuleStatus::rule)
                    .containsExactly("three");
            assertThat(lanes.alerts.latestReport("evaluate-alerts").applied()).hasSize(1);
        }
    }

    @Test
    void alertBehindTheWatermark_isLateAndNotLost() throws Exception {
        try (Lanes lanes = Lanes.start(known(WATCHED))) {
            lanes.event(tick(1, "a", 1_000));
            lanes.watermark(5_000);
            RawEvent alert = lanes.watched().get(0);
            lanes.alerts.event(alert);
            lanes.alerts.event(RawEvent.of(alert.origin(), 0, 1, 9_000, "{}".getBytes(StandardCharsets.UTF_8)));
            lanes.watermark(10_000);

            assertThat(lanes.alerts.out()).hasSize(2);
            OutRecord late = lanes.alerts.out().get(0);
            assertThat(late.topic()).isEqualTo(Pipeline.CONFIG.topics().late());
            assertThat(late.value()).isEqualTo(alert.value());
            assertThat(late.header(Headers.TOPIC)).isEqualTo("weir.alerts");
            OutRecord unreadable = lanes.alerts.out().get(1);
            assertThat(unreadable.topic()).isEqualTo(Pipeline.CONFIG.topics().deadLetter());
            assertThat(unreadable.header(Headers.REASON)).contains("missing");
        }
    }

    private static RawEvent tick(long offset, String name, long at) {
        String json = "{\"name\":\"" + name + "\",\"at\":" + at + "}";
        Origin ticks = new Origin("default", "Tick", "ticks", 100);
        return RawEvent.of(ticks, (int) offset % 3, offset, at, json.getBytes(StandardCharsets.UTF_8));
    }

    private static OutRecord single(Lanes lanes, String rule) {
        List<OutRecord> found = lanes.out().stream()
                .filter(record -> json(record).path("rule").asText().equals(rule))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> texts(Lanes lanes) {
        return texts(lanes.out());
    }

    private static List<String> texts(List<OutRecord> records) {
        return records.stream()
                .map(AlertsOfAlertsTest::json)
                .sorted(Comparator.comparing(alert -> alert.path("time").asText()))
                .map(alert -> alert.path("text").asText())
                .toList();
    }

    private static JsonNode json(OutRecord record) {
        return read(record.value());
    }

    private static JsonNode read(byte[] json) {
        try {
            return ContractJson.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
