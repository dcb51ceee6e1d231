package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.state.Origin;
import io.weir.engine.state.RawEvent;
import org.junit.jupiter.api.Test;

class PartitionProgressTest {

    private static final Origin LOGINS = new Origin("acme", "Login", "logins", 100);

    private final PartitionProgress progress = new PartitionProgress();

    @Test
    void event_withinTheAllowedLateness_isInTime() {
        assertThat(progress.isLate(event(0, 1_000))).isFalse();
        assertThat(progress.isLate(event(0, 900))).isFalse();
    }

    @Test
    void event_beyondTheAllowedLateness_isLate() {
        assertThat(progress.isLate(event(0, 1_000))).isFalse();
        assertThat(progress.isLate(event(0, 899))).isTrue();
    }

    @Test
    void event_ofAnotherPartition_isJudgedByItsOwn() {
        assertThat(progress.isLate(event(0, 1_000))).isFalse();
        assertThat(progress.isLate(event(1, 5))).isFalse();
    }

    @Test
    void restoredProgress_ofSeveralTasks_isTheHighest() {
        progress.restore("logins", 0, 900);
        progress.restore("logins", 0, 400);

        assertThat(progress.isLate(event(0, 899))).isTrue();
        assertThat(progress.isLate(event(0, 900))).isFalse();
    }

    private static RawEvent event(int partition, long time) {
        return RawEvent.of(LOGINS, partition, 0, time, new byte[0]);
    }
}
