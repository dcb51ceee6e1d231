package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ControlRecord;
import io.weir.engine.EvaluationTime;
import io.weir.engine.JobConfig;
import io.weir.engine.Timing;
import io.weir.engine.publish.Publisher;
import io.weir.engine.state.Origin;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotTest {

    private static final String RULES = """
            event Login {
              userId: text
              outcome: text
              attempts: int
              at: timestamp
            } time at, up to 2 seconds late, from topic "logins"

            rule "Failed" on Login when outcome is "failed" then alert "{userId} failed"

            rule "Burst" on Login by userId
              when more than 2 Login where outcome is "failed" within 10 seconds
              then alert "{userId}: {count}"

            rule "Rare" on Login by userId
              when at least 1 Login where outcome is "failed" within 5 seconds
              then alert "{userId} rarely" at most once per 30 seconds

            rule "Changed" on Login as here by userId
              let before = previous Login within 8 seconds
              when (before.outcome else here.outcome) is not here.outcome
              then alert "{userId}: {before.outcome} at {before.at}"

            rule "Nearer" on Login by userId
              when outcome decreases 1 times in a row
              then alert "{userId} decreases"

            rule "Back in" on Login as first by userId
              let tries = count of Login over the last 10 seconds
              when outcome is "failed" and followed by Login where outcome is "ok" and tries > 1 within 6 seconds
              then alert "{userId} back after {tries}"

            rule "Gone" on Login by userId
              when not followed by Login within 4 seconds
              then emit Gone { user: userId, tried: outcome } to topic "gone"

            rule "By the clock" on Login by userId
              every 5 seconds
              when count of Login over the last 10 seconds > 1
              then alert "{userId}: {count} in ten seconds"
              otherwise when count of Login over the last 5 seconds >= 0
              then alert low "{userId} seldom" at most once per 15 seconds

            rule "Sitting" on Login by userId
              at the end of each session with a gap of 3 seconds
              when distinct outcome over the session > 1
              then alert "{userId}: {distinct} ways"

            rule "Ways, roughly" on Login by userId
              when approximate distinct outcome over the last 8 seconds is 2
               and approximate median of (attempts * 2) over the previous 20 seconds >= 6
              then alert "{userId}: {distinct}, {median}"

            rule "Roughly by the clock" on Login by userId
              every 4 seconds
              when approximate percentile 90 of attempts over the last 12 seconds > 3
              then alert "{userId}: {percentile}"

            rule "Where to" on Login by userId
              route to "many" when count of Login over the last 6 events > 2 and outcome is "failed"
                    to "few" when outcome is "failed"
                    otherwise to "well"
            """;

    private static final Origin LOGINS = new Origin("default", "Login", "logins", 2_000);
    private static final int EVENTS = 60;

    private final long seed = 20260102;
    private final List<ControlRecord> known;
    private final List<RawEvent> events = new ArrayList<>();

    SnapshotTest() {
        Publisher publisher = new Publisher("default");
        known = publisher.released(publisher.draft(RULES), null);
        Random random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            long time = 1_000L * i + random.nextInt(3_500) - 1_750;
            String outcome = random.nextInt(3) == 0 ? "ok" : "failed";
            String json = "{\"userId\":\"u" + random.nextInt(3) + "\",\"outcome\":\"" + outcome + "\",\"attempts\":"
                    + i % 5 + ",\"at\":" + time + "}";
            events.add(RawEvent.of(LOGINS, i % 2, i, time, json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void snapshotAndRestore_betweenAnyTwoEvents_giveTheSameRecords(EvaluationTime time) throws Exception {
        JobConfig config = Pipeline.CONFIG.withTiming(Timing.DEFAULT.withEvaluation(time));
        List<String> expected = run(config, -1);
        assertThat(expected).hasSizeGreaterThan(EVENTS / 2);

        for (int cut = 0; cut <= EVENTS; cut++) {
            assertThat(run(config, cut))
                    .as("cut before event %d, seed %d", cut, seed)
                    .isEqualTo(expected);
        }
    }

    /** Plays all events; a restart comes before the event of that number. */
    private List<String> run(JobConfig config, int cut) throws Exception {
        List<String> records = new ArrayList<>();
        Pipeline pipeline = Pipeline.restore(config, known, null);
        try {
            long highest = Long.MIN_VALUE;
            for (int i = 0; i <= EVENTS; i++) {
                if (i == cut) {
                    Pipeline.Snapshot snapshot = pipeline.snapshot(1);
                    describe(pipeline, records);
                    pipeline.close();
                    pipeline = Pipeline.restore(config, known, snapshot);
                }
                if (i < EVENTS) {
                    highest = Math.max(highest, events.get(i).progress());
                    pipeline.event(events.get(i));
                    pipeline.watermark(highest - 1);
                }
            }
            pipeline.watermark(Long.MAX_VALUE);
            describe(pipeline, records);
            assertThat(pipeline.keysKept()).isZero();
        } finally {
            pipeline.close();
        }
        return records;
    }

    private static void describe(Pipeline pipeline, List<String> records) {
        for (OutRecord record : pipeline.out()) {
            records.add(record.topic() + " " + new String(record.value(), StandardCharsets.UTF_8));
        }
    }
}
