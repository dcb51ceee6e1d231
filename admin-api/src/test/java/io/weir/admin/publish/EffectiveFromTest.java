package io.weir.admin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Release;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EffectiveFromTest {

    private static final String TENANT = "acme";
    private static final Instant NOW = Instant.ofEpochMilli(1_000);

    private final ControlState state = new ControlState();

    @Test
    void first_isSinceAlways() {
        assertThat(EffectiveFrom.unwatched(state, TENANT, null, NOW)).isEmpty();
        assertThat(EffectiveFrom.answered(state, TENANT, null, OptionalLong.of(500)))
                .isEmpty();
    }

    @Test
    void first_asked_isThen() {
        assertThat(EffectiveFrom.unwatched(state, TENANT, 700L, NOW)).hasValue(700);
        assertThat(EffectiveFrom.answered(state, TENANT, 700L, OptionalLong.of(900)))
                .hasValue(700);
    }

    @Test
    void later_answered_isRightAfterTheAnswerAndNeverBeforeWhatWasAsked() {
        release(null);

        assertThat(EffectiveFrom.answered(state, TENANT, null, OptionalLong.of(500)))
                .hasValue(501);
        assertThat(EffectiveFrom.answered(state, TENANT, 300L, OptionalLong.of(500)))
                .hasValue(501);
        assertThat(EffectiveFrom.answered(state, TENANT, 700L, OptionalLong.of(500)))
                .hasValue(700);
        assertThat(EffectiveFrom.answered(state, TENANT, null, OptionalLong.empty()))
                .isEmpty();
    }

    @Test
    void later_unwatched_isNowOrWhatWasAsked() {
        release(null);

        assertThat(EffectiveFrom.unwatched(state, TENANT, null, NOW)).hasValue(1_000);
        assertThat(EffectiveFrom.unwatched(state, TENANT, 10L, NOW)).hasValue(10);
    }

    @Test
    void later_isNeverBeforeTheReleaseAhead() {
        release(5_000L);

        assertThat(EffectiveFrom.unwatched(state, TENANT, 10L, NOW)).hasValue(5_000);
        assertThat(EffectiveFrom.unwatched(state, TENANT, null, NOW)).hasValue(5_000);
        assertThat(EffectiveFrom.answered(state, TENANT, null, OptionalLong.of(10)))
                .hasValue(5_000);
        assertThat(EffectiveFrom.answered(state, TENANT, null, OptionalLong.empty()))
                .hasValue(5_000);
    }

    private void release(Long effectiveFrom) {
        state.apply(new Release(TENANT, 1, 0, "", NOW, "", effectiveFrom, Release.Mode.AS_OF, List.of(), "write"));
    }
}
