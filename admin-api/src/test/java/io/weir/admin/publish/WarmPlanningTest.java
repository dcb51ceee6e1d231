package io.weir.admin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.admin.access.Actor;
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
import org.junit.jupiter.api.Test;

class WarmPlanningTest {

    private static final String TENANT = "acme";
    private static final Terms TERMS = new Terms(TENANT, Actor.SERVER, any -> {}, "", null, null, false);
    private static final String LOGIN = "event Login { userId: text, at: timestamp } time at\n";
    private static final String BURST =
            "rule \"Burst\" on Login by userId when count of Login over the last 1 hour > 5 then alert \"{count}\"\n";
    private static final ArtifactName NAME = new ArtifactName(ArtifactKind.RULE, "burst");

    private final PackPlanning planning = new PackPlanning(Topics.DEFAULT);
    private final ControlState state = new ControlState();

    @Test
    void newRule_warm_beginsInShadowWithTheReleasesOwnNumber_andKeepsItForGood() {
        publish(request(LOGIN, false));
        publish(request(BURST, true));
        assertThat(change())
                .isEqualTo(new Change(ArtifactKind.RULE, "burst", 1, ArtifactState.SHADOW, null, false, 2L));

        publish(new PublishRequest(List.of(), List.of(), List.of(), List.of("burst")));
        assertThat(change()).isEqualTo(new Change(ArtifactKind.RULE, "burst", 1, ArtifactState.LIVE, null, false, 2L));

        publish(request(BURST.replace("> 5", "> 6"), false));
        assertThat(change()).isEqualTo(new Change(ArtifactKind.RULE, "burst", 2, ArtifactState.LIVE, null, false, 2L));

        publish(new PublishRequest(List.of(), List.of("burst"), List.of(), List.of()));
        publish(request(BURST, false));
        assertThat(change()).isEqualTo(new Change(ArtifactKind.RULE, "burst", 3, ArtifactState.LIVE));
    }

    @Test
    void sameRule_warmOnceMore_changesNothing() {
        publish(request(LOGIN + BURST, true));

        Checked again = planning.plan(live(), request(LOGIN + BURST, true));

        assertThat(again.plan()).isEmpty();
        assertThat(again.declared()).contains(NAME);
    }

    @Test
    void otherTextOfARuleInShadow_warm_beginsAnew() {
        publish(request(LOGIN + BURST, true));
        publish(request(BURST.replace("> 5", "> 6"), true));

        assertThat(change())
                .isEqualTo(new Change(ArtifactKind.RULE, "burst", 2, ArtifactState.SHADOW, null, false, 2L));
    }

    @Test
    void declarations_warm_areLiveAtOnce() {
        Checked checked = planning.plan(live(), request(LOGIN + BURST, true));

        assertThat(checked.plan())
                .extracting(planned -> planned.name() + " " + planned.state())
                .containsExactly("stream/login LIVE", "rule/burst SHADOW");
    }

    @Test
    void liveRule_warm_isRefused() {
        publish(request(LOGIN + BURST, false));

        assertThatThrownBy(() -> planning.plan(live(), request(BURST.replace("> 5", "> 6"), true)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("would silence it");
    }

    private Change change() {
        return state.live(TENANT).get(NAME);
    }

    /** As the server would, without Kafka. */
    private void publish(PublishRequest request) {
        Numbering numbering = Numbering.of(
                state, TERMS, Instant.EPOCH, planning.plan(live(), request).plan());
        numbering.artifacts().forEach(state::apply);
        long epoch = state.epoch(TENANT);
        state.apply(new Release(
                TENANT, epoch + 1, epoch, "", Instant.EPOCH, "", null, Release.Mode.AS_OF, numbering.changes(), "w"));
    }

    private LiveSet live() {
        return LiveSet.of(state, TENANT);
    }

    private static PublishRequest request(String text, boolean warm) {
        return new PublishRequest(
                List.of(new Source("pack.weir", text)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Manner(false, null, warm));
    }
}
