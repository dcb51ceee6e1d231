package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.StatusReport.Compared;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import io.weir.dsl.contract.StatusReport.Shadow;
import io.weir.dsl.contract.StatusReport.Standing;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Two revisions of a rule side by side: one that is live, one in shadow. */
class CandidateTest {

    private static final String STREAM = """
            event Payment {
              cardId: text
              n: int
              at: timestamp
            } time at, from topic "payments"
            """;

    private static final String BURST = """
            rule "Burst"
              on Payment by cardId
              when n > 0 and more than 2 Payment within 1 hour
              then alert "{cardId}: {count}"
            """;

    private static final String ABSENCE = """
            rule "Absence"
              on Payment by cardId
              when n is 1 and not followed by Payment where n is 2 within 10 milliseconds
              then alert "{cardId}: nothing"
            """;

    private static final String SEQUENCE = """
            rule "Rise"
              on Payment by cardId
              sequence within 1 hour
                low: where n is 1
                high: where n is 2
              when high.n > low.n
              then alert "{cardId}: up"
            """;

    private final World world = new World();

    @Test
    void candidate_isEvaluatedAndNeverAlerts() {
        world.publish(null, STREAM + BURST);
        candidate(2L, "burst", BURST.replace("more than 2", "more than 1"));

        for (int at = 1; at <= 4; at++) {
            send(at, "c1", 1);
        }

        assertThat(world.alerts).extracting(alert -> alert.alert().revision()).containsExactly(1, 1);
        assertThat(status("burst", 1).hits()).isEqualTo(2);
        assertThat(status("burst", 1).standing()).isNull();
        assertThat(status("burst", 2).hits()).isZero();
        assertThat(status("burst", 2).standing()).isEqualTo(new Standing(ArtifactState.SHADOW, null, 1));
        assertThat(status("burst", 2).shadow()).isEqualTo(new Shadow(3, "c1", 4L, new Compared(1, 2, 1, 0)));
    }

    @Test
    void whatOnlyTheLiveRevisionSees_isToldToo() {
        world.publish(null, STREAM + BURST);
        candidate(1L, "burst", BURST.replace("n > 0", "n > 5"));

        for (int at = 1; at <= 5; at++) {
            send(at, "c1", at == 4 ? 9 : 1);
        }

        assertThat(shadow("burst", 2).compared()).isEqualTo(new Compared(1, 1, 0, 2));
    }

    @Test
    void statelessCandidate_isComparedToo() {
        String rule = "rule \"High\" on Payment when n > 5 then alert \"{n}\"\n";
        world.publish(null, STREAM + rule);
        candidate(1L, "high", rule.replace("n > 5", "n > 3 and n < 7"));

        for (int n = 4; n <= 8; n++) {
            send(n, "c1", n);
        }

        assertThat(world.alerts).hasSize(3);
        RuleStatus candidate = world.routeSide.statuses(Long.MAX_VALUE).stream()
                .filter(each -> each.revision() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(candidate.shadow()).isEqualTo(new Shadow(3, null, 6L, new Compared(1, 1, 2, 2)));
    }

    @Test
    void candidateWithOtherKeys_isNotCompared() {
        world.publish(null, STREAM + BURST);
        candidate(1L, "burst", BURST.replace("by cardId", "by n"));

        for (int at = 1; at <= 4; at++) {
            send(at, "c1", 1);
        }

        assertThat(shadow("burst", 2)).isEqualTo(new Shadow(2, "1", 4L, null));
    }

    @Test
    void sharedAggregates_areKeptOnce() {
        world.publish(null, STREAM + BURST);
        send(1, "c1", 1);
        int alone = world.entries();
        candidate(2L, "burst", BURST.replace("more than 2", "more than 1"));
        send(3, "c1", 1);

        assertThat(world.entries()).isEqualTo(alone + 1);
    }

    @Test
    void candidateThatBecomesLive_keepsItsState_andTakesTheLiveOnesPlace() {
        world.publish(null, STREAM + BURST);
        String longer = BURST.replace("1 hour", "2 hours");
        candidate(1L, "burst", longer);
        send(1, "c1", 1);
        send(2, "c1", 1);
        promote(3L, "burst", 2);

        assertThat(send(4, "c1", 1)).hasSize(1);
        assertThat(world.alerts).extracting(alert -> alert.alert().revision()).containsExactly(2);
        assertThat(status("burst", 2).standing()).isNull();
    }

    @Test
    void absenceThatBeganInShadow_doesNotAlertASecondTime() {
        world.publish(null, STREAM + ABSENCE);
        candidate(1L, "absence", ABSENCE.replace("nothing", "nothing came"));
        send(5, "c1", 1);
        promote(10L, "absence", 2);
        send(12, "c2", 1);
        world.passTo(100);

        assertThat(world.alerts)
                .extracting(alert -> alert.alert().text())
                .containsExactlyInAnyOrder("c1: nothing", "c2: nothing came");
        assertThat(shadow("absence", 2).hits()).isEqualTo(1);
    }

    @Test
    void candidateWithTheSameSequence_goesOnWithItsOwnAttempts() {
        world.publish(null, STREAM + SEQUENCE);
        candidate(1L, "rise", SEQUENCE.replace(": up", ": upwards"));

        send(1, "c1", 1);
        send(2, "c1", 2);
        send(3, "c1", 2);

        assertThat(world.alerts).extracting(alert -> alert.alert().text()).containsExactly("c1: up");
        assertThat(shadow("rise", 2)).isEqualTo(new Shadow(1, "c1", 2L, new Compared(1, 1, 0, 0)));

        send(4, "c1", 1);
        promote(5L, "rise", 2);

        assertThat(send(6, "c1", 2)).extracting(alert -> alert.alert().text()).containsExactly("c1: upwards");
    }

    @Test
    void withdrawnCandidate_leavesNothingBehind() {
        world.publish(null, STREAM + ABSENCE);
        candidate(1L, "absence", ABSENCE.replace("10 milliseconds", "20 milliseconds"));
        send(5, "c1", 1);
        world.release(6L, List.of(new Change(ArtifactKind.RULE, "absence", 2, ArtifactState.RETIRED, null, true)));
        world.passTo(100);

        assertThat(world.alerts).extracting(alert -> alert.alert().revision()).containsExactly(1);
        assertThat(status("absence", 2).shadow()).isNull();
        assertThat(world.states).isEmpty();
    }

    @Test
    void candidateThatCannotBeLoaded_isQuarantinedAlone() {
        world.publish(null, STREAM + BURST);
        candidate(1L, "burst", "rule \"Burst\" on Nothing when x then alert \"\"");

        for (int at = 1; at <= 3; at++) {
            send(at, "c1", 1);
        }

        assertThat(world.alerts).hasSize(1);
        assertThat(status("burst", 2).quarantined()).isNotNull();
        assertThat(status("burst", 1).quarantined()).isNull();
    }

    private void candidate(long from, String rule, String text) {
        int revision = world.write(ArtifactKind.RULE, rule, text, null).revision();
        world.release(from, List.of(new Change(ArtifactKind.RULE, rule, revision, ArtifactState.SHADOW, null, true)));
    }

    private void promote(long from, String rule, int revision) {
        world.release(from, List.of(new Change(ArtifactKind.RULE, rule, revision, ArtifactState.LIVE)));
    }

    private RuleStatus status(String rule, int revision) {
        return world.evaluateSide.statuses(Long.MAX_VALUE).stream()
                .filter(status -> status.rule().equals(rule) && status.revision() == revision)
                .findFirst()
                .orElseThrow();
    }

    private Shadow shadow(String rule, int revision) {
        return Objects.requireNonNull(status(rule, revision).shadow());
    }

    private List<RaisedAlert> send(long at, String card, long n) {
        return world.send("Payment", "{'cardId':'" + card + "','n':" + n + ",'at':" + at + "}");
    }
}
