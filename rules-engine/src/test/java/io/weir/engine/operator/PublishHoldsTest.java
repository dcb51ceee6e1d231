package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.StatusReport.Prepared;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishHoldsTest {

    private static final Instant DEADLINE = Instant.parse("2026-01-01T12:00:00Z");

    private final PublishHolds holds = new PublishHolds();

    @Test
    void pendingPublish_answersItsWatermarkAndHoldsThere() {
        assertThat(holds.follow("acme", prepare("w1", null), 500, true)).isTrue();

        assertThat(holds.answers()).containsExactly(new Prepared("acme", 7, "w1", 500L));
        assertThat(holds.cap()).isEqualTo(500);
    }

    @Test
    void pendingPublish_seenAgain_keepsItsFirstAnswer() {
        holds.follow("acme", prepare("w1", null), 500, true);

        assertThat(holds.follow("acme", prepare("w1", null), 800, true)).isFalse();
        assertThat(holds.cap()).isEqualTo(500);
    }

    @Test
    void pendingPublish_requestedForLater_holdsFromThen() {
        holds.follow("acme", prepare("w1", 10_000L), 500, true);

        assertThat(holds.cap()).isEqualTo(9_999);
        assertThat(holds.answers()).containsExactly(new Prepared("acme", 7, "w1", 500L));
    }

    @Test
    void pendingPublish_beforeTheFirstWatermark_holdsEverything() {
        holds.follow("acme", prepare("w1", null), Long.MIN_VALUE, true);

        assertThat(holds.answers()).containsExactly(new Prepared("acme", 7, "w1", null));
        assertThat(holds.cap()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void publish_thatEnded_holdsNoLonger() {
        holds.follow("acme", prepare("w1", null), 500, true);

        holds.follow("acme", null, 500, true);

        assertThat(holds.cap()).isEqualTo(Long.MAX_VALUE);
        assertThat(holds.answers()).isEmpty();
    }

    @Test
    void nextPublish_ofTheSameEpoch_isAnsweredAnew() {
        holds.follow("acme", prepare("w1", null), 500, true);

        assertThat(holds.follow("acme", prepare("w2", null), 800, true)).isTrue();
        assertThat(holds.answers()).containsExactly(new Prepared("acme", 7, "w2", 800L));
    }

    @Test
    void publish_ofATenantThatIsNotEvaluatedHere_isAnsweredAndHoldsNothing() {
        holds.follow("other", prepare("w1", null), Long.MIN_VALUE, false);

        assertThat(holds.cap()).isEqualTo(Long.MAX_VALUE);
        assertThat(holds.answers()).containsExactly(new Prepared("acme", 7, "w1", null));
    }

    @Test
    void publish_whereEventsDoNotWait_isAnsweredAndHoldsNothing() {
        holds.follow("acme", prepare("w1", null), 500, false);

        assertThat(holds.cap()).isEqualTo(Long.MAX_VALUE);
        assertThat(holds.answers()).containsExactly(new Prepared("acme", 7, "w1", 500L));
    }

    @Test
    void hold_thatNobodyEnds_endsByItselfOnceAndIsTold() {
        holds.follow("acme", prepare("w1", null), 500, true);

        assertThat(holds.expire(DEADLINE.plusSeconds(9))).isEmpty();
        assertThat(holds.expire(DEADLINE.plus(PublishHolds.GRACE)))
                .singleElement()
                .asString()
                .contains("epoch 7 of acme");

        assertThat(holds.cap()).isEqualTo(Long.MAX_VALUE);
        assertThat(holds.expire(DEADLINE.plusSeconds(60))).isEmpty();
        assertThat(holds.follow("acme", prepare("w1", null), 900, true)).isFalse();
        assertThat(holds.cap()).isEqualTo(Long.MAX_VALUE);
    }

    private static Prepare prepare(String writeId, @Nullable Long requestedFrom) {
        return new Prepare("acme", 7, requestedFrom, List.of(), DEADLINE, writeId, Prepare.Status.PENDING);
    }
}
