package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.StatusReport.Filled;
import io.weir.engine.evaluate.Key;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;

class FillsTest {

    private static final Filled SEVEN = new Filled("acme", 7);

    @Test
    void end_isToldOnlyOnceACheckpointThatHoldsItHasCompleted() {
        Fills fills = new Fills();
        fills.snapshot(1, task(0, 2), any -> true);
        fills.ended("acme", 7);
        fills.completed(1);
        assertThat(fills.whole()).isEmpty();

        fills.snapshot(2, task(0, 2), any -> true);
        assertThat(fills.whole()).isEmpty();
        fills.completed(2);
        assertThat(fills.whole()).containsExactly(SEVEN);
    }

    @Test
    void backfillThatNobodyAsksFor_isForgotten() {
        Fills fills = new Fills();
        fills.ended("acme", 7);

        assertThat(fills.snapshot(1, task(0, 2), any -> false)).isEmpty();
        fills.completed(1);
        assertThat(fills.whole()).isEmpty();
    }

    @Test
    void restore_asManyTasks_goesOnWithWhatTheTaskHad() {
        List<String> stored = stored(0, 2);

        assertThat(restored(stored, task(0, 2)).whole()).containsExactly(SEVEN);
        assertThat(restored(stored, task(1, 2)).whole()).isEmpty();
    }

    @Test
    void restore_withAnotherNumberOfTasks_countsWhatAllHad() {
        List<String> one = stored(0, 2);
        List<String> both = new ArrayList<>(one);
        both.addAll(stored(1, 2));

        assertThat(restored(one, task(0, 3)).whole()).isEmpty();
        assertThat(restored(one, task(0, 1)).whole()).isEmpty();
        assertThat(restored(both, task(2, 3)).whole()).containsExactly(SEVEN);
    }

    @Test
    void keysToEveryTask_leadToEach() {
        for (int parallelism = 1; parallelism <= 12; parallelism++) {
            int tasks = parallelism;
            List<Key> keys = EveryTask.keys(128, tasks);

            assertThat(keys.stream()
                            .map(key -> KeyGroupRangeAssignment.assignKeyToParallelOperator(key, 128, tasks))
                            .toList())
                    .doesNotHaveDuplicates()
                    .hasSize(tasks);
        }
    }

    private static List<String> stored(int subtask, int parallelism) {
        Fills fills = new Fills();
        fills.ended("acme", 7);
        return fills.snapshot(1, task(subtask, parallelism), any -> true);
    }

    private static Fills restored(List<String> stored, TaskReport.Task task) {
        Fills fills = new Fills();
        fills.restore(stored, task);
        return fills;
    }

    private static TaskReport.Task task(int subtask, int parallelism) {
        return new TaskReport.Task("main", "evaluate", subtask, parallelism);
    }
}
