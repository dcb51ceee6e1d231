package io.weir.engine.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.evaluate.UnreadableEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AheadLimitTest {

    private static final long RECORDED = 1_700_000_000_000L;
    private static final long HOUR = 3_600_000;

    private final AheadLimit limit = AheadLimit.of(Duration.ofHours(1));

    @Test
    void event_furtherAheadThanAllowed_isRefusedWithBothTimes() {
        assertThatThrownBy(() -> limit.check(RECORDED + HOUR + 1, RECORDED))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("2023-11-14T23:13:20.001Z")
                .hasMessageContaining("more than 60 minutes ahead")
                .hasMessageContaining("2023-11-14T22:13:20Z");
    }

    @Test
    void event_asFarAheadAsAllowed_isTaken() {
        assertThatCode(() -> limit.check(RECORDED + HOUR, RECORDED)).doesNotThrowAnyException();
    }

    @Test
    void event_ofThePast_isTaken() {
        assertThatCode(() -> limit.check(0, RECORDED)).doesNotThrowAnyException();
        assertThatCode(() -> limit.check(Long.MIN_VALUE + 1, RECORDED)).doesNotThrowAnyException();
    }

    @Test
    void record_withoutTime_isNotJudged() {
        assertThatCode(() -> limit.check(Long.MAX_VALUE, -1)).doesNotThrowAnyException();
    }

    @Test
    void event_atTheEndOfTime_isRefused() {
        assertThatThrownBy(() -> limit.check(Long.MAX_VALUE, RECORDED)).isInstanceOf(UnreadableEvent.class);
    }
}
