package io.weir.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.Prepare;
import io.weir.engine.evaluate.Lane;
import io.weir.engine.state.ControlMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ControlLogTest {

    private static final Prepare PREPARE = new Prepare(
            "acme", 1, null, List.of(), Instant.parse("2026-01-01T12:00:00Z"), "w1", Prepare.Status.PENDING);

    private final ControlLog log = new ControlLog();

    @Test
    void record_seenBefore_isSkipped() {
        assertThat(log.apply(ControlMessage.of(4, PREPARE))).isEqualTo(PREPARE);

        assertThat(log.apply(ControlMessage.of(4, PREPARE.withStatus(Prepare.Status.ABORTED))))
                .isNull();
        assertThat(log.state().pending("acme")).isEqualTo(PREPARE);
        assertThat(log.next()).isEqualTo(5);
    }

    @Test
    void brokenRecord_isToldAndPassedOver() {
        byte[] key = "acme/release/3".getBytes(StandardCharsets.UTF_8);

        assertThat(log.apply(new ControlMessage(9, key, new byte[] {'{'}))).isNull();

        assertThat(log.problems()).singleElement().asString().contains("acme/release/3", "offset 9");
        assertThat(log.next()).isEqualTo(10);
    }

    @Test
    void tombstone_changesNothing() {
        log.apply(ControlMessage.of(0, PREPARE));

        log.apply(new ControlMessage(1, "acme/prepare".getBytes(StandardCharsets.UTF_8), new byte[0]));

        assertThat(log.state().pending("acme")).isEqualTo(PREPARE);
        assertThat(log.problems()).isEmpty();
    }

    @Test
    void textsOfRules_thatWatchNoAlerts_areNotKeptForThoseThatDo() {
        Artifact watching = rule("watching", "rule \"a\" on Alert when text is \"x\" then alert \"y\"");
        Artifact other = rule("other", "rule \"b\" on Login when outcome is \"x\" then alert \"y\"");
        ControlLog alerts = new ControlLog(Lane.ALERTS);

        for (ControlLog each : List.of(log, alerts)) {
            each.apply(ControlMessage.of(0, watching));
            each.apply(ControlMessage.of(1, other));
        }

        assertThat(alerts.state().artifact(watching.id())).isEqualTo(watching);
        assertThat(Objects.requireNonNull(alerts.state().artifact(other.id())).text())
                .isEmpty();
        assertThat(log.state().artifact(other.id())).isEqualTo(other);
    }

    private static Artifact rule(String name, String text) {
        ArtifactId id = new ArtifactId("acme", ArtifactKind.RULE, name, 1);
        return new Artifact(id, name, text, null, 0, "", "ann", Instant.EPOCH);
    }

    @Test
    void bootstrap_ofFixedRecords_givesThemAtEveryStart() {
        Bootstrap bootstrap = Bootstrap.of(List.of(PREPARE, PREPARE.withStatus(Prepare.Status.ABORTED)));

        assertThat(bootstrap.read().next()).isEqualTo(2);
        bootstrap.read().messages().forEach(log::apply);
        assertThat(log.state().pending("acme")).isNull();
    }
}
