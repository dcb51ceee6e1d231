package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.StatusReport.Filled;
import io.weir.engine.publish.Publisher;
import io.weir.engine.publish.Publisher.Draft;
import io.weir.engine.state.Origin;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rules that start with windows full of retained events, against the same rules live from the beginning. */
class FillTest {

    private static final String STREAM = """
            event Login {
              userId: text
              outcome: text
              amount: int?
              at: timestamp
            } time at, up to 2 seconds late, from topic "logins"

            rule "Other" on Login by userId
              when count of Login over the last 20 seconds > 3
              then alert "other {userId}: {count}"
            """;

    private static final String WARM = """
            rule "Burst" on Login by userId
              when count of Login where outcome is "failed" over the last 20 seconds >= 2
              then alert "{userId}: {count}"

            rule "Amounts" on Login by userId
              let total = sum of amount over the last 30 seconds
              let ways = distinct outcome over the last 15 seconds
              let opening = first amount over the last 30 seconds
              when total > 10 or ways > 1 or opening > 0
              then alert "{userId}: {total}, {ways}, {opening}"

            rule "Alike" on Login as here by userId
              when count of Login where outcome is here.outcome over the last 25 seconds > 2
              then alert "{userId} alike: {count}"

            rule "By the clock" on Login by userId
              every 5 seconds
              when count of Login over the last 30 seconds > 0
              then alert "{userId}: {count} by the clock"
            """;

    private static final List<String> WARMED = List.of("burst", "amounts", "alike", "by-the-clock");
    private static final Origin LOGINS = new Origin("default", "Login", "logins", 2_000);
    private static final int EVENTS = 120;
    private static final long SHADOW_FROM = 60_000;
    private static final long LIVE_FROM = 80_000;
    private static final int FILL_AT = 64;

    private final long seed = 20261121;
    private final List<RawEvent> events = new ArrayList<>();

    FillTest() {
        Random random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            // Many of them at one time.
            long time = (1_000L * i + random.nextInt(3_000) - 1_500) / 500 * 500;
            String outcome = random.nextInt(3) == 0 ? "ok" : "failed";
            String amount = random.nextInt(4) == 0 ? "" : ",\"amount\":" + random.nextInt(10);
            String json = "{\"userId\":\"u" + random.nextInt(4) + "\",\"outcome\":\"" + outcome + "\"" + amount
                    + ",\"at\":" + time + "}";
            events.add(RawEvent.of(LOGINS, i % 2, i, time, json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void rulesFilledBeforeTheyGoLive_alertAsIfLiveFromTheBeginning_withARestartAnywhere() throws Exception {
        List<String> expected = run(fromTheBeginning(), List.of(), -1, -1);
        List<RawEvent> retained = retained();
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(retained).hasSizeGreaterThan(50);

        for (int restart = -1; restart < retained.size(); restart += 5) {
            assertThat(difference(run(warmStarted(), retained, restart, -1), expected))
                    .as("restart before event %d of the past, seed %d", restart, seed)
                    .isEmpty();
        }
    }

    @Test
    void rulesFilled_withARestartBetweenFillingAndTheEnd_alertTheSame() throws Exception {
        List<String> expected = run(fromTheBeginning(), List.of(), -1, -1);

        for (int restart = FILL_AT; restart < EVENTS; restart += 7) {
            assertThat(difference(run(warmStarted(), retained(), -1, restart), expected))
                    .as("restart before event %d, seed %d", restart, seed)
                    .isEmpty();
        }
    }

    @Test
    void rulesNotFilled_missWhatWasBefore() throws Exception {
        assertThat(run(warmStarted(), List.of(), -1, -1)).isNotEqualTo(run(fromTheBeginning(), List.of(), -1, -1));
    }

    @Test
    void eventsOfThePast_beforeTheRulesAreInForce_waitForTheirTime() throws Exception {
        List<String> expected = run(fromTheBeginning(), List.of(), -1, -1);

        List<String> early = new ArrayList<>();
        try (Pipeline pipeline = Pipeline.start(warmStarted())) {
            for (RawEvent event : retained()) {
                pipeline.event(event);
            }
            play(pipeline, 0, EVENTS);
            pipeline.watermark(Long.MAX_VALUE);
            describe(pipeline, early);
        }

        early.sort(null);
        assertThat(difference(early, expected)).isEmpty();
    }

    @Test
    void backfillsEnd_isToldOnceACheckpointHoldsIt_andAfterARestore() throws Exception {
        List<ControlRecord> known = warmStarted();
        Pipeline.Snapshot snapshot;
        try (Pipeline pipeline = Pipeline.start(known)) {
            play(pipeline, 0, FILL_AT);
            pipeline.watermark(SHADOW_FROM);
            pipeline.event(end());
            pipeline.processingTime(1_000);
            assertThat(pipeline.latestReport("evaluate").filled()).isEmpty();

            snapshot = pipeline.snapshot(1);
            pipeline.processingTime(2_000);
            assertThat(pipeline.latestReport("evaluate").filled()).isEmpty();

            pipeline.completed(1);
            pipeline.processingTime(3_000);
            assertThat(pipeline.latestReport("evaluate").filled()).containsExactly(new Filled("default", 2));
        }

        try (Pipeline pipeline = Pipeline.restore(known, snapshot)) {
            pipeline.processingTime(4_000);
            assertThat(pipeline.latestReport("evaluate").filled()).containsExactly(new Filled("default", 2));
        }
    }

    @Test
    void eventsOfThePast_holdNothingBack_andLeaveNothing() throws Exception {
        try (Pipeline pipeline = Pipeline.start(warmStarted())) {
            play(pipeline, 0, EVENTS);
            pipeline.watermark(1_000_000);
            assertThat(pipeline.keysKept()).isZero();
            for (RawEvent event : retained()) {
                pipeline.event(event);
            }
            pipeline.event(end());

            assertThat(pipeline.keysKept()).isZero();
        }
    }

    /** What one has more often than the other. */
    private static List<String> difference(List<String> actual, List<String> expected) {
        List<String> difference = new ArrayList<>();
        List<String> missing = new ArrayList<>(expected);
        for (String alert : actual) {
            if (!missing.remove(alert)) {
                difference.add("too much: " + alert);
            }
        }
        missing.forEach(alert -> difference.add("missing: " + alert));
        return difference;
    }

    private static RawEvent end() {
        return RawEvent.of(Origin.ofBackfillsEnd("default", 2), 0, 0, 0, new byte[0]);
    }

    /** The world in which the rules never were anything but live. */
    private static List<ControlRecord> fromTheBeginning() {
        Publisher publisher = new Publisher("default");
        return publisher.released(publisher.draft(STREAM + WARM), null);
    }

    private static List<ControlRecord> warmStarted() {
        Publisher publisher = new Publisher("default");
        List<ControlRecord> records = new ArrayList<>(publisher.released(publisher.draft(STREAM), null));
        Draft draft = publisher.draft(WARM);
        records.addAll(publisher.released(new Draft(draft.artifacts(), changes(ArtifactState.SHADOW)), SHADOW_FROM));
        records.addAll(publisher.released(new Draft(List.of(), changes(ArtifactState.LIVE)), LIVE_FROM));
        return records;
    }

    private static List<Change> changes(ArtifactState state) {
        return WARMED.stream()
                .map(name -> new Change(ArtifactKind.RULE, name, 1, state, null, false, 2L))
                .toList();
    }

    /** In order, as the backfill topic has them. */
    private List<RawEvent> retained() {
        return events.stream()
                .filter(event -> event.time() < SHADOW_FROM)
                .sorted(RawEvent.ORDER)
                .map(event -> RawEvent.of(
                        Origin.ofBackfill("default", 2, "Login", "logins"),
                        event.partition(),
                        event.offset(),
                        event.time(),
                        event.value()))
                .toList();
    }

    private List<String> run(List<ControlRecord> known, List<RawEvent> retained, int restartInFill, int restart)
            throws Exception {
        List<String> alerts = new ArrayList<>();
        Pipeline pipeline = Pipeline.start(known);
        try {
            play(pipeline, 0, FILL_AT);
            for (int i = 0; i < retained.size(); i++) {
                if (i == restartInFill) {
                    pipeline = restarted(pipeline, known, alerts);
                }
                pipeline.event(retained.get(i));
                // Live events come meanwhile.
                if (i % 8 == 7 && FILL_AT + i / 8 < 78) {
                    play(pipeline, FILL_AT + i / 8, FILL_AT + i / 8 + 1);
                }
            }
            int live = FILL_AT + Math.min(retained.size() / 8, 78 - FILL_AT);
            if (restart >= live) {
                play(pipeline, live, restart);
                pipeline = restarted(pipeline, known, alerts);
                live = restart;
            }
            play(pipeline, live, EVENTS);
            pipeline.watermark(Long.MAX_VALUE);
            describe(pipeline, alerts);
            assertThat(pipeline.keysKept()).isZero();
        } finally {
            pipeline.close();
        }
        alerts.sort(null);
        return alerts;
    }

    private static Pipeline restarted(Pipeline pipeline, List<ControlRecord> known, List<String> alerts)
            throws Exception {
        Pipeline.Snapshot snapshot = pipeline.snapshot(1);
        describe(pipeline, alerts);
        pipeline.close();
        return Pipeline.restore(known, snapshot);
    }

    private void play(Pipeline pipeline, int from, int to) throws Exception {
        long highest = events.subList(0, from).stream()
                .mapToLong(RawEvent::progress)
                .max()
                .orElse(Long.MIN_VALUE + 1);
        for (RawEvent event : events.subList(from, to)) {
            highest = Math.max(highest, event.progress());
            pipeline.event(event);
            pipeline.watermark(highest - 1);
        }
    }

    /** In no order: that of moments of several keys is nobody's. The other rule's alerts, and the warmed ones' from the moment on that they are live. */
    private static void describe(Pipeline pipeline, List<String> alerts) throws Exception {
        for (OutRecord record : pipeline.out()) {
            ObjectNode alert = (ObjectNode) ContractJson.MAPPER.readTree(record.value());
            boolean other = alert.path("rule").asText().equals("Other");
            boolean live = !alert.path("time").asText().isEmpty()
                    && Instant.parse(alert.path("time").asText()).toEpochMilli() >= LIVE_FROM;
            alert.remove("epoch");
            if (other || live) {
                alerts.add(alert.toString());
            }
        }
    }
}
