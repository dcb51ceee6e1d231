package io.weir.dsl.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlStateTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ArtifactName BURST = new ArtifactName(ArtifactKind.RULE, "burst");

    private final ControlState state = new ControlState();

    @Test
    void release_ofTwoChanges_showsBothAtOnceAndKeepsHistory() {
        state.apply(release(1, change("burst", 1, ArtifactState.LIVE), change("travel", 1, ArtifactState.LIVE)));
        state.apply(release(2, change("burst", 2, ArtifactState.LIVE), change("travel", 1, ArtifactState.RETIRED)));

        assertThat(state.live("acme")).containsOnlyKeys(BURST);
        assertThat(state.live("acme").get(BURST)).extracting(Change::revision).isEqualTo(2);
        assertThat(state.liveAt("acme", 1)).hasSize(2);
        assertThat(state.epoch("acme")).isEqualTo(2);
        assertThat(state.epoch("other")).isZero();
    }

    @Test
    void records_readTwice_changeNothing() {
        Release first = release(1, change("burst", 1, ArtifactState.LIVE));
        state.apply(first);
        state.apply(release(2, change("burst", 2, ArtifactState.LIVE)));

        state.apply(first);

        assertThat(state.releases("acme")).hasSize(2);
        assertThat(state.live("acme").get(BURST)).extracting(Change::revision).isEqualTo(2);
    }

    @Test
    void release_afterAGap_isRefused() {
        assertThatThrownBy(() -> state.apply(release(2, change("burst", 1, ArtifactState.LIVE))))
                .hasMessageContaining("acme/release/2")
                .hasMessageContaining("OPERATOR");
    }

    @Test
    void candidate_standsBesideWhatIsLive_untilItsRevisionIsLiveItself() {
        Change champion = change("burst", 1, ArtifactState.LIVE);
        Change candidate = candidate(2, ArtifactState.SHADOW);
        state.apply(release(1, champion));
        state.apply(release(2, candidate));

        assertThat(state.live("acme")).containsExactly(Map.entry(BURST, champion));
        assertThat(state.candidates("acme")).containsExactly(Map.entry(BURST, candidate));

        state.apply(release(3, change("burst", 1, ArtifactState.PAUSED)));
        assertThat(state.candidates("acme"))
                .as("another change of the live one")
                .containsOnlyKeys(BURST);

        state.apply(release(4, change("burst", 2, ArtifactState.LIVE)));
        assertThat(state.live("acme").get(BURST)).extracting(Change::revision).isEqualTo(2);
        assertThat(state.candidates("acme")).isEmpty();
    }

    @Test
    void candidate_isWithdrawnAlone_andRetiredWithItsRule() {
        state.apply(release(1, change("burst", 1, ArtifactState.LIVE), candidate(2, ArtifactState.SHADOW)));
        state.apply(release(2, candidate(2, ArtifactState.RETIRED)));
        assertThat(state.live("acme")).containsOnlyKeys(BURST);
        assertThat(state.candidates("acme")).isEmpty();

        state.apply(release(3, candidate(2, ArtifactState.SHADOW)));
        state.apply(release(4, change("burst", 1, ArtifactState.RETIRED)));
        assertThat(state.live("acme")).isEmpty();
        assertThat(state.candidates("acme")).isEmpty();
    }

    @Test
    void change_asItWasWrittenBeforeThereWereCandidates_isReadAndWrittenAlike() {
        String json = "{\"kind\":\"RULE\",\"name\":\"burst\",\"revision\":1,\"state\":\"LIVE\"}";

        Change read = ContractJson.read(json.getBytes(StandardCharsets.UTF_8), Change.class);

        assertThat(read).isEqualTo(change("burst", 1, ArtifactState.LIVE));
        assertThat(new String(ContractJson.write(read), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @Test
    void prepare_untilItsRelease_isPendingAndNotLive() {
        Prepare prepare = new Prepare(
                "acme", 1, null, List.of(change("burst", 1, ArtifactState.LIVE)), NOON, "w1", Prepare.Status.PENDING);

        state.apply(prepare);

        assertThat(state.pending("acme")).isEqualTo(prepare);
        assertThat(state.live("acme")).isEmpty();
        assertThat(state.liveWith(prepare)).containsOnlyKeys(BURST);

        state.apply(release(1, change("burst", 1, ArtifactState.LIVE)));

        assertThat(state.pending("acme")).isNull();
    }

    @Test
    void prepare_thatIsAborted_isNoLongerPending() {
        Prepare prepare = new Prepare("acme", 1, 5L, List.of(), NOON, "w1", Prepare.Status.PENDING);
        state.apply(prepare);

        state.apply(prepare.withStatus(Prepare.Status.ABORTED));

        assertThat(state.pending("acme")).isNull();
    }

    @Test
    void everyRecord_writtenAndRead_isEqual() {
        ArtifactId id = new ArtifactId("acme", ArtifactKind.STREAM, "login", 3);
        assertRoundTrip(new Artifact(id, "Login", "event Login {}", null, 7, "ab", "ann", NOON));
        assertRoundTrip(release(1, change("burst", 1, ArtifactState.SHADOW)));
        assertRoundTrip(release(1, candidate(3, ArtifactState.SHADOW)));
        assertRoundTrip(release(1, new Change(ArtifactKind.RULE, "burst", 3, ArtifactState.LIVE, 10, false)));
        assertRoundTrip(new Prepare("acme", 1, 5L, List.of(), NOON, "w1", Prepare.Status.PENDING));
    }

    @Test
    void model_writtenAndRead_keepsItsBytes() {
        ArtifactId id = new ArtifactId("acme", ArtifactKind.MODEL, "fraud", 1);
        Artifact model = new Artifact(id, "fraud", null, new byte[] {1, 2, -1}, 0, "ab", "ann", NOON);

        Artifact read = (Artifact) ControlCodec.read(ControlCodec.key(model), ControlCodec.value(model))
                .orElseThrow();

        assertThat(read.content()).containsExactly(1, 2, -1);
    }

    @Test
    void record_ofAnUnknownKind_isSkipped() {
        assertThat(ControlCodec.read("acme/hologram/x@1".getBytes(), "{}".getBytes()))
                .isEmpty();
    }

    @Test
    void key_parsed_isTheSameId() {
        ArtifactId id = new ArtifactId("acme", ArtifactKind.RULE, "failed-login-burst", 7);

        assertThat(id).hasToString("acme/rule/failed-login-burst@7");
        assertThat(ArtifactId.parse(id.toString())).contains(id);
        assertThat(ArtifactId.parse("acme/rule/x@0")).isEmpty();
    }

    private static void assertRoundTrip(ControlRecord record) {
        assertThat(ControlCodec.read(ControlCodec.key(record), ControlCodec.value(record)))
                .contains(record);
    }

    private static Change change(String rule, int revision, ArtifactState state) {
        return new Change(ArtifactKind.RULE, rule, revision, state);
    }

    private static Change candidate(int revision, ArtifactState state) {
        return new Change(ArtifactKind.RULE, "burst", revision, state, null, true);
    }

    private static Release release(long epoch, Change... changes) {
        Long from = epoch == 1 ? null : epoch * 1000;
        return new Release(
                "acme", epoch, epoch - 1, "ann", NOON, "why", from, Release.Mode.AS_OF, List.of(changes), "w" + epoch);
    }
}
