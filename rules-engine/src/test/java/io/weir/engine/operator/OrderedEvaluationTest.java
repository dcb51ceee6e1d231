package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.Headers;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport;
import io.weir.engine.publish.Publisher;
import io.weir.engine.state.Origin;
import io.weir.engine.state.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedEvaluationTest {

    private static final String STREAM = """
            event Tick {
              name: text
              at: timestamp
            } time at, up to 100 milliseconds late, from topic "ticks"
            """;

    private static final Origin TICKS = new Origin("default", "Tick", "ticks", 100);

    private final Publisher publisher = new Publisher("default");
    private final List<ControlRecord> known = publisher.released(publisher.draft(STREAM + rule("one")), null);

    private static String rule(String word) {
        return """
                rule "Any" on Tick when name is not "" then alert "%s {name}"
                rule "Key" on Tick by name when at least 1 Tick within 1 minute then alert "%s by {name}"
                """.formatted(word, word);
    }

    @Test
    void events_outOfOrder_areEvaluatedInTheOrderOfTheirTime() throws Exception {
        try (Pipeline pipeline = Pipeline.start(known)) {
            pipeline.event(tick(0, 1, "c", 300));
            pipeline.event(tick(1, 0, "a", 210));
            pipeline.event(tick(0, 2, "b", 210));
            assertThat(pipeline.alertTexts()).isEmpty();

            pipeline.watermark(400);

            assertThat(pipeline.alertTexts())
                    .containsSubsequence("one b", "one a", "one c")
                    .containsSubsequence("one by b", "one by a", "one by c");
        }
    }

    @Test
    void prepare_holdsEventsAboveTheAnswerUntilTheRelease() throws Exception {
        Publisher.Draft draft = publisher.draft(rule("two"));
        Prepare prepare = publisher.prepare(draft, Duration.ofDays(1));
        try (Pipeline pipeline = Pipeline.start(known)) {
            pipeline.watermark(250);
            long offset = writeArtifacts(pipeline, draft);
            pipeline.control(offset, prepare);
            assertThat(pipeline.latestReport("route").prepared())
                    .containsExactly(new StatusReport.Prepared("default", 2, prepare.writeId(), 250L));

            pipeline.event(tick(0, 1, "a", 260));
            pipeline.event(tick(0, 2, "b", 280));
            pipeline.watermark(500);
            assertThat(pipeline.alertTexts()).isEmpty();

            Release release = publisher.release(draft, 270L, prepare.writeId());
            pipeline.control(offset + 1, prepare.withStatus(Prepare.Status.COMMITTED));
            assertThat(pipeline.alertTexts()).isEmpty();
            pipeline.control(offset + 2, release);

            assertThat(pipeline.alertTexts()).containsExactlyInAnyOrder("one a", "one by a", "two b", "two by b");
        }
    }

    @Test
    void rowsOfAnEpochNotKnownYet_waitInEvaluateAcrossARestore() throws Exception {
        Publisher.Draft draft = publisher.draft(rule("two"));
        Release release = publisher.release(draft, 270L, "w");
        Pipeline.Snapshot snapshot;
        long offset;
        try (Pipeline pipeline = Pipeline.start(known)) {
            offset = known.size();
            for (ControlRecord artifact : draft.artifacts()) {
                pipeline.controlOfRoute(offset++, artifact);
            }
            pipeline.controlOfRoute(offset, release);
            pipeline.event(tick(0, 1, "a", 260));
            pipeline.event(tick(0, 2, "b", 280));
            pipeline.event(tick(0, 3, "c", 290));
            pipeline.watermark(500);
            assertThat(pipeline.alertTexts()).containsExactlyInAnyOrder("one a", "two b", "two c", "one by a");
            snapshot = pipeline.snapshot(1);
        }
        List<ControlRecord> all = new ArrayList<>(known);
        all.addAll(draft.artifacts());
        all.add(release);
        try (Pipeline pipeline = Pipeline.restore(all, snapshot)) {
            pipeline.watermark(500);

            assertThat(pipeline.alertTexts()).containsExactly("two by b", "two by c");
        }
    }

    @Test
    void idleTask_evaluatesWhatWaitsBeforeItIsLeftBehind() throws Exception {
        try (Pipeline pipeline = Pipeline.start(known)) {
            pipeline.event(tick(0, 1, "a", 260));
            pipeline.watermark(159);
            assertThat(pipeline.alertTexts()).isEmpty();

            pipeline.idle();
            pipeline.event(tick(0, 2, "b", 250));

            assertThat(pipeline.alertTexts()).containsExactlyInAnyOrder("one a", "one by a");
            assertThat(pipeline.out())
                    .filteredOn(record ->
                            record.topic().equals(Pipeline.CONFIG.topics().late()))
                    .singleElement()
                    .satisfies(
                            record -> assertThat(record.header(Headers.REASON)).contains("idle"));
        }
    }

    @Test
    void eventsAfterSilence_waitForTheWatermarkWhateverElseHappens() throws Exception {
        try (Pipeline pipeline = Pipeline.start(known)) {
            pipeline.event(tick(0, 1, "a", 260));
            pipeline.idle();
            pipeline.event(tick(0, 2, "c", 1_020));
            // The source has not said yet that it is active again.
            Prepare other = new Publisher("other").prepare(publisher.draft(""), Duration.ofDays(1));
            pipeline.control(known.size(), other.withStatus(Prepare.Status.ABORTED));
            assertThat(pipeline.alertTexts()).containsExactlyInAnyOrder("one a", "one by a");

            pipeline.active();
            pipeline.event(tick(0, 3, "b", 1_000));
            pipeline.watermark(919);
            pipeline.idle();

            assertThat(pipeline.alertTexts())
                    .containsSubsequence("one b", "one c")
                    .containsSubsequence("one by b", "one by c");
        }
    }

    @Test
    void eventOlderThanTheFirstReleaseOfItsStream_isCountedAndShown() throws Exception {
        Publisher fresh = new Publisher("default");
        List<ControlRecord> later = fresh.released(fresh.draft(STREAM + rule("one")), 1_000L);
        try (Pipeline pipeline = Pipeline.start(later)) {
            pipeline.event(tick(0, 1, "a", 999));
            pipeline.event(tick(0, 2, "b", 1_000));
            pipeline.watermark(2_000);
            pipeline.processingTime(600);

            assertThat(pipeline.alertTexts()).containsExactlyInAnyOrder("one b", "one by b");
            assertThat(pipeline.latestReport("route").problems())
                    .containsExactly("1 events were older than the first release that declares their stream");
        }
    }

    @Test
    void controlTopic_shorterThanTheStateHasSeen_failsTheStart() throws Exception {
        Pipeline.Snapshot snapshot;
        try (Pipeline pipeline = Pipeline.start(known)) {
            snapshot = pipeline.snapshot(1);
        }

        assertThatThrownBy(() -> Pipeline.restore(known.subList(0, 1), snapshot))
                .hasMessageContaining("ends at offset 1")
                .hasMessageContaining("OPERATOR");
    }

    private long writeArtifacts(Pipeline pipeline, Publisher.Draft draft) throws Exception {
        long offset = known.size();
        for (ControlRecord artifact : draft.artifacts()) {
            pipeline.control(offset++, artifact);
        }
        return offset;
    }

    private static RawEvent tick(int partition, long offset, String name, long at) {
        String json = "{\"name\":\"" + name + "\",\"at\":" + at + "}";
        return RawEvent.of(TICKS, partition, offset, at, json.getBytes(StandardCharsets.UTF_8));
    }
}
