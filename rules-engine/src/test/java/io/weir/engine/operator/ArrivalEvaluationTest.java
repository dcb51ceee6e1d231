package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ContractJson;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.Headers;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport;
import io.weir.engine.publish.Publisher;
import io.weir.engine.state.Origin;
import io.weir.engine.state.OutRecord;
import io.weir.engine.state.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalEvaluationTest {

    private static final String STREAM = """
            event Tick {
              name: text
              at: timestamp
            } time at, up to 100 milliseconds late, from topic "ticks"
            """;

    private static final Origin TICKS = new Origin("default", "Tick", "ticks", 100);

    private static final String SITTING = """
            rule "Sitting" on Tick by name
              at the end of each session with a gap of 50 milliseconds
              when count of Tick over the session > 0
              then alert "{name}: {count} in one"
            """;

    private final Publisher publisher = new Publisher("default");

    private static String rule(String word) {
        return """
                rule "Any" on Tick when name is not "" then alert "%s {name}"
                rule "Key" on Tick by name when at least 1 Tick within 50 milliseconds then alert "%s {name} {count}"
                """.formatted(word, word);
    }

    private List<ControlRecord> released(String rules) {
        return publisher.released(publisher.draft(STREAM + rules), null);
    }

    @Test
    void event_isAnsweredBeforeAnyWatermark() throws Exception {
        try (Pipeline pipeline = Pipeline.restore(Pipeline.ON_ARRIVAL, released(rule("one")), null)) {
            pipeline.event(tick(0, 1, "a", 300));

            assertThat(pipeline.alertTexts()).containsExactlyInAnyOrder("one a", "one a 1");
        }
    }

    @Test
    void lateEvent_countsAtItsOwnPlaceInTime() throws Exception {
        try (Pipeline pipeline = Pipeline.restore(Pipeline.ON_ARRIVAL, released(rule("one")), null)) {
            pipeline.event(tick(0, 1, "a", 220));
            pipeline.event(tick(0, 2, "a", 300));
            pipeline.watermark(199);
            pipeline.event(tick(0, 3, "a", 265));
            pipeline.event(tick(0, 4, "a", 301));

            assertThat(pipeline.alertTexts())
                    .filteredOn(text -> text.length() > 5)
                    .containsExactly("one a 1", "one a 1", "one a 2", "one a 3");
        }
    }

    @Test
    void eventLaterThanItsStreamAllows_goesToTheLateTopic() throws Exception {
        try (Pipeline pipeline = Pipeline.restore(Pipeline.ON_ARRIVAL, released(rule("one")), null)) {
            pipeline.event(tick(0, 1, "a", 300));
            pipeline.event(tick(0, 2, "b", 199));
            pipeline.event(tick(0, 3, "c", 200));
            pipeline.processingTime(600);

            assertThat(pipeline.alertTexts()).contains("one c").doesNotContain("one b");
            assertThat(late(pipeline))
                    .singleElement()
                    .satisfies(
                            record -> assertThat(record.header(Headers.REASON)).contains("100 ms"));
            assertThat(pipeline.latestReport("route").late()).isEqualTo(1);
            assertThat(pipeline.latestReport("route").time()).isEqualTo("arrival");
        }
    }

    @Test
    void eventBehindTheWatermark_thatItsPartitionAllows_isTakenInAndCounted() throws Exception {
        try (Pipeline pipeline = Pipeline.restore(Pipeline.ON_ARRIVAL, released(rule("one") + SITTING), null)) {
            pipeline.event(tick(0, 1, "a", 1_000));
            pipeline.watermark(899);
            pipeline.event(tick(1, 1, "b", 300));
            pipeline.watermark(Long.MAX_VALUE);
            pipeline.processingTime(600);

            assertThat(pipeline.alertTexts())
                    .containsExactlyInAnyOrder("one a", "one a 1", "one b", "one b 1", "a: 1 in one");
            assertThat(late(pipeline)).isEmpty();
            assertThat(pipeline.latestReport("evaluate").problems())
                    .containsExactly("1 rows came behind the watermark: they counted, but not for what had been due");
            assertThat(pipeline.keysKept()).isZero();
        }
    }

    @Test
    void eventBetweenTwoSessions_makesThemOne() throws Exception {
        try (Pipeline pipeline = Pipeline.restore(Pipeline.ON_ARRIVAL, released(SITTING), null)) {
            pipeline.event(tick(0, 1, "a", 300));
            pipeline.event(tick(0, 2, "a", 380));
            pipeline.watermark(279);
            pipeline.event(tick(0, 3, "a", 345));
            pipeline.event(tick(0, 4, "a", 290));
            assertThat(pipeline.alertTexts()).isEmpty();

            pipeline.watermark(429);
            assertThat(pipeline.alertTexts()).isEmpty();
            pipeline.watermark(430);

            assertThat(pipeline.alertTexts()).containsExactly("a: 4 in one");
            assertThat(pipeline.keysKept()).isZero();
        }
    }

    @Test
    void release_isMetByTheNextEvent_howeverOld_withoutWaiting() throws Exception {
        List<ControlRecord> known = released(rule("one"));
        Publisher.Draft draft = publisher.draft(rule("two"));
        Prepare prepare = publisher.prepare(draft, Duration.ofDays(1));
        try (Pipeline pipeline = Pipeline.restore(Pipeline.ON_ARRIVAL, known, null)) {
            pipeline.event(tick(0, 1, "a", 300));
            pipeline.watermark(199);
            long offset = known.size();
            for (ControlRecord artifact : draft.artifacts()) {
                pipeline.control(offset++, artifact);
            }
            pipeline.control(offset++, prepare);
            pipeline.event(tick(0, 2, "b", 310));
            assertThat(pipeline.latestReport("route").prepared())
                    .containsExactly(new StatusReport.Prepared("default", 2, prepare.writeId(), 199L));
            assertThat(pipeline.alertTexts()).contains("one b", "one b 1");

            pipeline.control(offset++, prepare.withStatus(Prepare.Status.COMMITTED));
            pipeline.control(offset, publisher.release(draft, 200L, prepare.writeId()));
            pipeline.event(tick(0, 3, "c", 215));

            assertThat(pipeline.alertTexts()).contains("two c", "two c 1").doesNotContain("one c", "one c 1");
            assertThat(epochs(pipeline)).containsExactly(1L, 1L, 1L, 1L, 2L, 2L);
        }
    }

    @Test
    void releaseOfALaterTime_isMetWhenAnEventHasReachedIt() throws Exception {
        List<ControlRecord> known = released(rule("one"));
        Publisher.Draft draft = publisher.draft(rule("two"));
        Release release = publisher.release(draft, 400L, "w");
        try (Pipeline pipeline = Pipeline.restore(Pipeline.ON_ARRIVAL, known, null)) {
            long offset = known.size();
            for (ControlRecord artifact : draft.artifacts()) {
                pipeline.control(offset++, artifact);
            }
            pipeline.control(offset, release);
            pipeline.event(tick(0, 1, "a", 399));
            pipeline.event(tick(0, 2, "b", 400));
            pipeline.event(tick(0, 3, "c", 398));

            assertThat(pipeline.alertTexts())
                    .contains("one a", "two b", "two c")
                    .doesNotContain("two a", "one c");
        }
    }

    @Test
    void rowsOfAnEpochNotKnownYet_waitInEvaluateAcrossARestore() throws Exception {
        List<ControlRecord> known = released(rule("one"));
        Publisher.Draft draft = publisher.draft(rule("two"));
        Release release = publisher.release(draft, 200L, "w");
        Pipeline.Snapshot snapshot;
        try (Pipeline pipeline = Pipeline.restore(Pipeline.ON_ARRIVAL, known, null)) {
            long offset = known.size();
            for (ControlRecord artifact : draft.artifacts()) {
                pipeline.controlOfRoute(offset++, artifact);
            }
            pipeline.controlOfRoute(offset, release);
            pipeline.event(tick(0, 1, "a", 260));
            pipeline.watermark(500);
            assertThat(pipeline.alertTexts()).containsExactly("two a");
            snapshot = pipeline.snapshot(1);
        }
        List<ControlRecord> all = new ArrayList<>(known);
        all.addAll(draft.artifacts());
        all.add(release);
        try (Pipeline pipeline = Pipeline.restore(Pipeline.ON_ARRIVAL, all, snapshot)) {
            pipeline.watermark(500);

            assertThat(pipeline.alertTexts()).containsExactly("two a 1");
        }
    }

    private static List<Long> epochs(Pipeline pipeline) throws Exception {
        List<Long> epochs = new ArrayList<>();
        for (OutRecord record : pipeline.out()) {
            if (record.topic().equals(Pipeline.CONFIG.topics().alerts())) {
                epochs.add(ContractJson.MAPPER
                        .readTree(record.value())
                        .path("epoch")
                        .asLong());
            }
        }
        return epochs;
    }

    private static List<OutRecord> late(Pipeline pipeline) {
        return pipeline.out().stream()
                .filter(record -> record.topic().equals(Pipeline.CONFIG.topics().late()))
                .toList();
    }

    private static RawEvent tick(int partition, long offset, String name, long at) {
        String json = "{\"name\":\"" + name + "\",\"at\":" + at + "}";
        return RawEvent.of(TICKS, partition, offset, at, json.getBytes(StandardCharsets.UTF_8));
    }
}
