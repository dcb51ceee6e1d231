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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules change while nothing runs: what goes on from a snapshot then gives what one run gives that knew of the change all along. */
class ReleaseAcrossSnapshotTest {

    private static final String STREAM = """
            event Payment {
              card: text
              amount: int
              at: timestamp
            } time at, up to 2 seconds late, from topic "payments"
            """;

    private static final String BEFORE = """
            rule "Dip" on Payment by card
              sequence strictly within 2 minutes
                start: Payment
                fall{2,}: where amount < previous amount
                rise+: where amount > previous amount
              when last rise.amount > start.amount
              then alert "{start.at}: dip"

            rule "Often" on Payment by card
              when count of Payment over the last 30 seconds > 8
              then alert "{card}: {count}"

            rule "Gone" on Payment by card
              when not followed by Payment within 3 seconds
              then alert "{card} gone"
            """;

    private static final String AFTER = """
            rule "Dip" on Payment by card
              sequence strictly within 2 minutes
                start: Payment
                fall{1,}: where amount < previous amount
                rise+: where amount > previous amount
              when last rise.amount > start.amount + 10
              then alert "{start.at}: long dip"

            rule "Often" on Payment by card
              when count of Payment over the last 30 seconds > 6
              then alert "{card}: {count} at least"

            rule "Twice" on Payment by card
              sequence within 20 seconds
                low: Payment where amount < 30
                high: Payment where amount > 70
              then alert "{card}: {low.amount}, {amount}"
            """;

    private static final Origin PAYMENTS = new Origin("default", "Payment", "payments", 2_000);
    private static final int EVENTS = 120;

    private final List<RawEvent> events = new ArrayList<>();
    private int watermarkEvery = 1;
    private final Publisher publisher = new Publisher("default");
    private final List<ControlRecord> before = publisher.released(publisher.draft(STREAM + BEFORE), null);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void release_betweenSnapshotAndRestore_isThatOfOneRun(long seed) throws Exception {
        play(new Random(seed));
        // No event of the last second before the cut has been evaluated.
        int cut = EVENTS / 2;
        long from = highest(cut) - 1_000;
        List<ControlRecord> all = new ArrayList<>(before);
        all.addAll(publisher.released(publisher.draft(AFTER), from));

        List<String> oneRun = run(all, all, 0);

        assertThat(oneRun).anyMatch(line -> line.contains("long dip")).anyMatch(line -> line.contains("at least"));
        for (int at = cut; at >= cut - 3; at--) {
            assertThat(run(before, all, at))
                    .as("cut before event %d, seed %d", at, seed)
                    .isEqualTo(oneRun);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void release_howeverFarWatermarksJump_dividesTheEventsAlike(long seed) throws Exception {
        play(new Random(seed));
        List<ControlRecord> all = new ArrayList<>(before);
        all.addAll(publisher.released(publisher.draft(AFTER), highest(EVENTS / 2)));
        List<String> byOnes = run(all, all, 0);

        for (int jump : new int[] {2, 7, 20, 55, EVENTS}) {
            watermarkEvery = jump;
            assertThat(run(all, all, 0))
                    .as("a watermark every %d events, seed %d", jump, seed)
                    .isEqualTo(byOnes);
        }
    }

    private void play(Random random) {
        for (int i = 0; i < EVENTS; i++) {
            long time = 1_000L * i + random.nextInt(1_500);
            String json = "{\"card\":\"c" + random.nextInt(3) + "\",\"amount\":" + random.nextInt(100) + ",\"at\":"
                    + time + "}";
            events.add(RawEvent.of(PAYMENTS, i % 2, i, time, json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private long highest(int count) {
        return events.subList(0, count).stream().mapToLong(RawEvent::time).max().orElseThrow();
    }

    /** Up to the cut with some releases, from there with all. */
    private List<String> run(List<ControlRecord> known, List<ControlRecord> later, int cut) throws Exception {
        List<String> records = new ArrayList<>();
        Pipeline.Snapshot snapshot;
        try (Pipeline pipeline = Pipeline.start(known)) {
            play(pipeline, 0, cut);
            snapshot = pipeline.snapshot(1);
            describe(pipeline, records);
        }
        try (Pipeline pipeline = Pipeline.restore(later, snapshot)) {
            play(pipeline, cut, EVENTS);
            pipeline.watermark(Long.MAX_VALUE);
            describe(pipeline, records);
        }
        return records.stream().sorted().toList();
    }

    private void play(Pipeline pipeline, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            pipeline.event(events.get(i));
            if ((i + 1) % watermarkEvery == 0) {
                pipeline.watermark(highest(i + 1) - 2_001);
            }
        }
    }

    private static void describe(Pipeline pipeline, List<String> records) {
        for (OutRecord record : pipeline.out()) {
            records.add(record.topic() + " " + new String(record.value(), StandardCharsets.UTF_8));
        }
    }
}
