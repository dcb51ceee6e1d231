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

/** Windows of so many events that most are in chunks. */
class LongWindowSnapshotTest {

    private static final String RULES = """
            event Payment {
              cardId: text
              amount: int
              at: timestamp
            } time at, up to 2 seconds late, from topic "payments"

            rule "Sums" on Payment by cardId
              let total = sum of amount over the last 10 minutes
              let most = highest amount over the previous 7 minutes
              let least = lowest amount over the last 9 minutes
              let middle = median of amount over the last 6 minutes
              let recent = average of amount over the last 20 seconds
              let few = sum of amount over the last 300 events
              when amount > 90
              then alert "{total} {most} {least} {middle} {recent} {few}"

            rule "Hourly" on Payment by cardId
              every 1 minute
              when stddev of amount over the last 8 minutes > 0
              then alert "{stddev}"
            """;

    private static final Origin PAYMENTS = new Origin("default", "Payment", "payments", 2_000);
    private static final int EVENTS = 1_200;

    private final List<ControlRecord> known;
    private final List<RawEvent> events = new ArrayList<>();

    LongWindowSnapshotTest() {
        Publisher publisher = new Publisher("default");
        known = publisher.released(publisher.draft(RULES), null);
        Random random = new Random(20260103);
        for (int i = 0; i < EVENTS; i++) {
            long time = 1_000L * i + random.nextInt(900);
            String json = "{\"cardId\":\"c\",\"amount\":" + random.nextInt(100) + ",\"at\":" + time + "}";
            events.add(RawEvent.of(PAYMENTS, 0, i, time, json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void restarts_betweenManyEvents_giveTheSameRecordsAndLeaveNothing() throws Exception {
        List<String> expected = run(EVENTS);
        assertThat(expected).hasSizeGreaterThan(100);

        assertThat(run(97)).isEqualTo(expected);
        assertThat(run(13)).isEqualTo(expected);
    }

    /** Plays all events, with a restart after each so many. */
    private List<String> run(int between) throws Exception {
        List<String> records = new ArrayList<>();
        Pipeline pipeline = Pipeline.start(known);
        try {
            for (int i = 0; i < EVENTS; i++) {
                if (i % between == between - 1) {
                    Pipeline.Snapshot snapshot = pipeline.snapshot(i);
                    describe(pipeline, records);
                    pipeline.close();
                    pipeline = Pipeline.restore(known, snapshot);
                }
                pipeline.event(events.get(i));
                pipeline.watermark(events.get(i).time() - 1);
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
