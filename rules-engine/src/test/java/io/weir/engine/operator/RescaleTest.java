package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ControlRecord;
import io.weir.engine.publish.Publisher;
import io.weir.engine.state.Origin;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A snapshot between two events, gone on from at another parallelism: 1, then 4, then 2. */
class RescaleTest {

    private static final String RULES = """
            event Login { userId: text, outcome: text, at: timestamp } time at, up to 2 seconds late, from topic "logins"

            rule "Failed" on Login when outcome is "failed" then alert "{userId} failed"

            rule "Burst" on Login by userId
              when more than 2 Login where outcome is "failed" within 10 seconds
              then alert "{userId}: {count}"

            rule "Rare" on Login by userId
              when at least 1 Login where outcome is "failed" within 5 seconds
              then alert "{userId} rarely" at most once per 30 seconds

            rule "Gone" on Login by userId
              when not followed by Login within 4 seconds
              then alert "{userId} gone"

            rule "By the clock" on Login by userId
              every 5 seconds
              when count of Login over the last 10 seconds > 1
              then alert "{userId}: {count} in ten seconds"

            rule "Sitting" on Login by userId
              at the end of each session with a gap of 3 seconds
              when distinct outcome over the session > 1
              then alert "{userId}: {distinct} ways"

            rule "Twice, then in" on Login by userId
              sequence within 20 seconds
                first: Login where outcome is "failed"
                second: Login where outcome is "failed"
                third: Login where outcome is "ok"
              then alert "{userId} got in"
            """;

    private static final Origin LOGINS = new Origin("default", "Login", "logins", 2_000);
    private static final int PARTITIONS = 4;
    private static final int EVENTS = 60;

    private final long seed = 20261121;
    private final List<ControlRecord> known;
    private final List<RawEvent> events = new ArrayList<>();

    RescaleTest() {
        Publisher publisher = new Publisher("default");
        known = publisher.released(publisher.draft(RULES), null);
        Random random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            long time = 1_000L * i + random.nextInt(3_500) - 1_750;
            String outcome = random.nextInt(3) == 0 ? "ok" : "failed";
            String json =
                    "{\"userId\":\"u" + random.nextInt(5) + "\",\"outcome\":\"" + outcome + "\",\"at\":" + time + "}";
            events.add(RawEvent.of(LOGINS, i % PARTITIONS, i, time, json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void snapshotBetweenTwoEvents_goneOnFromWithMoreAndWithFewerTasks_givesTheSameRecords() throws Exception {
        List<String> expected = run(EVENTS + 1);
        assertThat(expected).hasSizeGreaterThan(EVENTS / 2).anyMatch(record -> record.contains("got in"));

        for (int cut = 0; cut <= EVENTS; cut += 3) {
            assertThat(run(cut))
                    .as("1 task to 4 before event %d, 2 tasks after ten more, seed %d", cut, seed)
                    .isEqualTo(expected);
        }
    }

    private List<String> run(int cut) throws Exception {
        List<String> records = new ArrayList<>();
        WidePipeline pipeline = new WidePipeline(1, known, null);
        try {
            long[] progress = new long[PARTITIONS];
            Arrays.fill(progress, -10_000);
            for (int i = 0; i < EVENTS; i++) {
                if (i == cut || i == cut + 10) {
                    WidePipeline.Snapshot snapshot = pipeline.snapshot();
                    describe(pipeline, records);
                    pipeline.close();
                    pipeline = new WidePipeline(i == cut ? 4 : 2, known, snapshot);
                }
                play(pipeline, events.get(i), progress);
            }
            pipeline.end();
            describe(pipeline, records);
            assertThat(pipeline.keysKept()).isZero();
        } finally {
            pipeline.close();
        }
        // Which task tells first is not the same at each parallelism.
        records.sort(null);
        return records;
    }

    /** A task's watermark is the least of its partitions', as the source tells it. */
    private static void play(WidePipeline pipeline, RawEvent event, long[] progress) throws Exception {
        int partition = event.partition();
        progress[partition] = Math.max(progress[partition], event.progress());
        pipeline.event(event);
        long least = Long.MAX_VALUE;
        for (long each : progress) {
            least = Math.min(least, each);
        }
        for (int each = 0; each < PARTITIONS; each++) {
            pipeline.watermark(each, least - 1);
        }
    }

    private static void describe(WidePipeline pipeline, List<String> records) {
        for (OutRecord record : pipeline.out()) {
            records.add(record.topic() + " " + new String(record.value(), StandardCharsets.UTF_8));
        }
    }
}
