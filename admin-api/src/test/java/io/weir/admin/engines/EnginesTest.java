package io.weir.admin.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.StatusReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnginesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Task> heard = new ArrayList<>();

    @Test
    void engine_silentForFiveSeconds_isNotAlive() {
        hear("silent", "route", 0, 1, 1, 5.0);
        hear("alive", "route", 0, 1, 1, 4.9);

        assertThat(engines().alive()).extracting(Engine::name).containsExactly("alive");
    }

    @Test
    void applied_byAllTasks_isSinceTheLast() {
        hear("e", "route", 0, 1, 3, 0);
        hear("e", "evaluate", 0, 2, 3, 1);
        hear("e", "evaluate", 1, 2, 3, 2);

        assertThat(engines().applied("acme", 3)).isEqualTo(new Applied(3, 3, NOW));
        assertThat(engines().applied("acme", 2))
                .as("a later one counts, but its time is its own")
                .isEqualTo(new Applied(3, 3, null));
        assertThat(engines().applied("acme", 4)).isEqualTo(new Applied(0, 3, null));
        assertThat(engines().applied("other", 1).everywhere()).isFalse();
    }

    @Test
    void applied_whileATaskHasNotReported_isNotEverywhere() {
        hear("e", "route", 0, 2, 3, 0);

        assertThat(engines().applied("acme", 3)).isEqualTo(new Applied(1, 2, null));
    }

    @Test
    void applied_withNoEngine_isNowhere() {
        assertThat(engines().applied("acme", 1).everywhere()).isFalse();
    }

    @Test
    void tasks_leftBehindByASmallerParallelism_areForgotten() {
        for (int subtask = 0; subtask < 4; subtask++) {
            hear("e", "route", subtask, 4, 1, 3);
        }
        heard.removeIf(task -> task.report().subtask() < 2);
        heard.add(new Task(report("route", 0, 2, 2, NOW.minusSeconds(1)), NOW));
        heard.add(new Task(report("route", 1, 2, 2, NOW.minusSeconds(1)), NOW));

        assertThat(engines().tasksToAnswer()).containsExactly("e/evaluate/0", "e/route/0", "e/route/1");
        assertThat(engines().applied("acme", 2).everywhere()).isTrue();
    }

    @Test
    void tasks_ofAnEngineThatOnlyEvaluateTasksHaveReportedOf_areAllAwaited() {
        hear("e", "evaluate", 0, 1, 1, 0);

        assertThat(engines().tasksToAnswer()).containsExactly("e/evaluate/0", "e/route/0");
    }

    @Test
    void tasks_ofAlerts_areAwaitedOnceTheyHaveReported() {
        hear("e", "route", 0, 1, 1, 0);
        hear("e", "evaluate", 0, 1, 1, 0);
        assertThat(engines().tasksToAnswer()).containsExactly("e/evaluate/0", "e/route/0");

        hear("e", "route-alerts", 0, 1, 1, 0);
        hear("e", "evaluate-alerts", 1, 2, 1, 0);

        assertThat(engines().tasksToAnswer())
                .containsExactly(
                        "e/evaluate-alerts/0", "e/evaluate-alerts/1", "e/evaluate/0", "e/route-alerts/0", "e/route/0");
    }

    @Test
    void answers_ofAllTasks_giveTheHighestWatermark() {
        answer(0, 2, "mine", 7L);
        answer(1, 2, "mine", null);

        Answers answers = engines().answers(Set.of(), "acme", "mine");

        assertThat(answers.complete()).isTrue();
        assertThat(answers.watermark()).hasValue(7);
    }

    @Test
    void answers_toAnotherPrepareOfTheSameEpoch_doNotCount() {
        answer(0, 2, "mine", 7L);
        answer(1, 2, "earlier", 9L);

        Answers answers = engines().answers(Set.of(), "acme", "mine");

        assertThat(answers.missing()).containsExactly("e/evaluate/1", "e/route/1");
        assertThat(answers.watermark()).hasValue(7);
    }

    @Test
    void answers_ofATaskThatWasExpectedAndFellSilent_areMissing() {
        answer(0, 1, "mine", 7L);

        assertThat(engines().answers(Set.of("gone/route/0"), "acme", "mine").missing())
                .containsExactly("gone/route/0");
    }

    @Test
    void answers_atTheEndOfTime_holdNothingBack() {
        answer(0, 1, "mine", Long.MAX_VALUE);

        Answers answers = engines().answers(Set.of(), "acme", "mine");

        assertThat(answers.complete()).isTrue();
        assertThat(answers.watermark()).isEmpty();
    }

    private Engines engines() {
        return Engines.of(heard, NOW);
    }

    private void hear(String engine, String operator, int subtask, int parallelism, long epoch, double secondsAgo) {
        StatusReport report = new StatusReport(
                engine,
                operator,
                subtask,
                parallelism,
                NOW.minusSeconds(60),
                NOW,
                null,
                List.of(new StatusReport.Applied("acme", epoch, NOW.minusSeconds((long) secondsAgo))),
                List.of(),
                0,
                0,
                0,
                0,
                List.of(),
                List.of());
        heard.add(new Task(report, NOW.minusMillis((long) (secondsAgo * 1000))));
    }

    private void answer(int subtask, int parallelism, String writeId, Long watermark) {
        StatusReport.Prepared prepared = new StatusReport.Prepared("acme", 2, writeId, watermark);
        heard.add(new Task(report("route", subtask, parallelism, 1, NOW, prepared), NOW));
        heard.add(new Task(report("evaluate", subtask, parallelism, 1, NOW, prepared), NOW));
    }

    private static StatusReport report(
            String operator,
            int subtask,
            int parallelism,
            long epoch,
            Instant startedAt,
            StatusReport.Prepared... prepared) {
        return new StatusReport(
                "e",
                operator,
                subtask,
                parallelism,
                startedAt,
                NOW,
                null,
                List.of(new StatusReport.Applied("acme", epoch, NOW)),
                List.of(prepared),
                0,
                0,
                0,
                0,
                List.of(),
                List.of());
    }
}
