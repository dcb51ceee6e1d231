package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ControlRecord;
import io.weir.engine.publish.Publisher;
import io.weir.engine.state.Origin;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final String RULES = """
            event Login {
              userId: text
              outcome: text
              at: timestamp
            } time at, up to 2 seconds late, from topic "logins"

            rule "Failed" on Login when outcome is "failed" then alert "{userId} failed"

            rule "Burst" on Login by userId
              when more than 2 Login where outcome is "failed" within 10 seconds
              then alert "{userId}: {count}"

            rule "Rare" on Login by userId
              when at least 1 Login where outcome is "failed" within 5 seconds
              then alert "{userId} rarely" at most once per 30 seconds
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
            String json =
                    "{\"userId\":\"u" + random.nextInt(3) + "\",\"outcome\":\"" + outcome + "\",\"at\":" + time + "}";
            events.add(RawEvent.of(LOGINS, i % 2, i, time, json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void snapshotAndRestore_betweenAnyTwoEvents_giveTheSameRecords() throws Exception {
        List<String> expected = run(-1);
        assertThat(expected).hasSizeGreaterThan(EVENTS / 2);

        for (int cut = 0; cut <= EVENTS; cut++) {
            assertThat(run(cut)).as("cut before event %d, seed %d", cut, seed).isEqualTo(expected);
        }
    }

    /** Plays all events; a restart comes before the event of that number. */
    private List<String> run(int cut) throws Exception {
        List<String> records = new ArrayList<>();
        Pipeline pipeline = Pipeline.start(known);
        try {
            long highest = Long.MIN_VALUE;
            for (int i = 0; i <= EVENTS; i++) {
                if (i == cut) {
                    Pipeline.Snapshot snapshot = pipeline.snapshot(1);
                    describe(pipeline, records);
                    pipeline.close();
                    pipeline = Pipeline.restore(known, snapshot);
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
