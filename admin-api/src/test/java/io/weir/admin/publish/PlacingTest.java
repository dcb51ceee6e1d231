package io.weir.admin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.admin.access.Actor;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.Source;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules in shadow, beside what is live, and for some of their keys: what a request comes to. */
class PlacingTest {

    private static final String TENANT = "acme";
    private static final Terms TERMS = new Terms(TENANT, Actor.SERVER, any -> {}, "", null, null, false);
    private static final String LOGIN = "event Login { userId: text, outcome: text, at: timestamp } time at\n";
    private static final String RULE = "rule \"Burst\" on Login by userId when more than 5 Login within 1 hour"
            + " then alert \"{userId}\" at most once per 1 day\n";
    private static final String STRICTER = RULE.replace("more than 5", "more than 3");
    private static final String STATELESS = "rule \"Root\" on Login when userId is \"root\" then alert \"root\"\n";
    private static final ArtifactName BURST = new ArtifactName(ArtifactKind.RULE, "burst");

    private final PackPlanning planning = new PackPlanning(Topics.DEFAULT);
    private final ControlState state = new ControlState();

    @Test
    void newRuleInShadow_isInShadow_untilItIsPublishedPlainly() {
        assertThat(publish(shadow(LOGIN, RULE)))
                .containsExactly(
                        new Change(ArtifactKind.STREAM, "login", 1, ArtifactState.LIVE),
                        burst(1, ArtifactState.SHADOW, null, false));
        assertThat(publish(shadow(STRICTER))).containsExactly(burst(2, ArtifactState.SHADOW, null, false));

        assertThat(publish(plain(STRICTER))).containsExactly(burst(2, ArtifactState.LIVE, null, false));
    }

    @Test
    void ruleInShadow_besideALiveOne_isItsCandidate_andTakesItsPlaceWithItsRevision() {
        publish(plain(LOGIN, RULE));

        assertThat(publish(shadow(STRICTER))).containsExactly(burst(2, ArtifactState.SHADOW, null, true));
        assertThat(state.live(TENANT).get(BURST)).isEqualTo(burst(1, ArtifactState.LIVE, null, false));
        assertThat(planning.plan(live(), shadow(STRICTER)).plan())
                .as("the same again")
                .isEmpty();

        assertThat(publish(plain(STRICTER))).containsExactly(burst(2, ArtifactState.LIVE, null, false));
        assertThat(state.candidates(TENANT)).isEmpty();
    }

    @Test
    void candidate_thatIsNotTheNewestText_takesItsPlaceWithItsRevisionToo() {
        publish(plain(LOGIN, RULE));
        publish(shadow(STRICTER));
        publish(plain(RULE.replace("more than 5", "more than 6")));

        assertThat(state.candidates(TENANT)).as("it stays beside the new one").containsKey(BURST);
        assertThat(publish(plain(STRICTER))).containsExactly(burst(2, ArtifactState.LIVE, null, false));
    }

    @Test
    void candidate_ofTheSameTextAsTheLiveOne_isNone() {
        publish(plain(LOGIN, RULE));

        assertThat(planning.plan(live(), shadow(RULE)).plan()).isEmpty();
    }

    @Test
    void candidate_isWithdrawn_andNothingElse() {
        publish(plain(LOGIN, RULE));
        assertRefused(ProblemCode.UNKNOWN_NAME, withdraw("Burst"));
        publish(shadow(STRICTER));

        assertThat(publish(withdraw("Burst"))).containsExactly(burst(2, ArtifactState.RETIRED, null, true));
        assertThat(state.live(TENANT)).containsKey(BURST);
        assertThat(state.candidates(TENANT)).isEmpty();
    }

    @Test
    void percent_staysUntilAnotherIsGiven() {
        publish(plain(LOGIN));
        assertThat(publish(percent(10, RULE))).containsExactly(burst(1, ArtifactState.LIVE, 10, false));
        assertThat(publish(percent(50, RULE))).containsExactly(burst(1, ArtifactState.LIVE, 50, false));
        assertThat(publish(plain(STRICTER))).containsExactly(burst(2, ArtifactState.LIVE, 50, false));
        assertThat(publish(new PublishRequest(List.of(), List.of(), List.of("Burst"), List.of())))
                .containsExactly(burst(2, ArtifactState.PAUSED, 50, false));
        assertThat(publish(new PublishRequest(List.of(), List.of(), List.of(), List.of("Burst"))))
                .containsExactly(burst(2, ArtifactState.LIVE, 50, false));
        assertThat(publish(percent(100, STRICTER))).containsExactly(burst(2, ArtifactState.LIVE, null, false));
    }

    @Test
    void percent_ofARuleWithoutKeys_isRefused_alsoWhenItLosesThem() {
        publish(plain(LOGIN));
        assertRefused(ProblemCode.INVALID_REQUEST, percent(10, STATELESS));
        assertRefused(ProblemCode.INVALID_REQUEST, percent(10, RULE.replace("by userId", "by everything")));

        publish(percent(10, RULE));
        assertRefused(ProblemCode.INVALID_REQUEST, plain(STATELESS.replace("Root", "Burst")));
    }

    private List<Change> publish(PublishRequest request) {
        Checked checked = planning.plan(live(), request);
        Numbering numbering = Numbering.of(state, TERMS, Instant.EPOCH, checked.plan());
        numbering.artifacts().forEach(state::apply);
        long epoch = state.epoch(TENANT);
        state.apply(new Release(
                TENANT, epoch + 1, epoch, "", Instant.EPOCH, "", null, Release.Mode.AS_OF, numbering.changes(), "w"));
        return numbering.changes();
    }

    private LiveSet live() {
        return LiveSet.of(state, TENANT);
    }

    private void assertRefused(ProblemCode code, PublishRequest request) {
        assertThatThrownBy(() -> planning.plan(live(), request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static Change burst(int revision, ArtifactState state, @Nullable Integer percent, boolean candidate) {
        return new Change(ArtifactKind.RULE, "burst", revision, state, percent, candidate);
    }

    private static PublishRequest plain(String... texts) {
        return request(Manner.PLAIN, texts);
    }

    private static PublishRequest shadow(String... texts) {
        return request(new Manner(true, null), texts);
    }

    private static PublishRequest percent(int percent, String... texts) {
        return request(new Manner(false, percent), texts);
    }

    private static PublishRequest withdraw(String name) {
        return new PublishRequest(List.of(), List.of(), List.of(), List.of(), List.of(name), Manner.PLAIN);
    }

    private static PublishRequest request(Manner manner, String... texts) {
        return new PublishRequest(
                List.of(new Source("pack", String.join("", texts))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                manner);
    }
}
