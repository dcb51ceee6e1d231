package io.weir.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Release;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredStreamsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final ControlState control = new ControlState();
    private final DeclaredStreams streams = new DeclaredStreams(StreamText::schema);

    @Test
    void releasedStreams_areFoundByTheirTopic() {
        declare("acme", 1, "event Login { at: timestamp } time at, up to 5 seconds late, from topic \"logins\"");
        declare("globex", 1, "event Visit { seenAt: timestamp } time seenAt, from topic \"logins\"");

        var byTopic = streams.byTopic(control, any -> true);

        assertThat(byTopic).containsOnlyKeys("logins");
        assertThat(byTopic.get("logins"))
                .extracting(
                        feed -> feed.origin().tenant() + "/" + feed.origin().stream(),
                        feed -> feed.origin().latenessMillis())
                .containsExactly(tuple("acme/Login", 5_000L), tuple("globex/Visit", 0L));
    }

    @Test
    void streams_ofOtherTenants_areLeftOut() {
        declare("acme", 1, "event Login { at: timestamp } time at, from topic \"logins\"");

        assertThat(streams.byTopic(control, tenant -> tenant.equals("globex"))).isEmpty();
    }

    @Test
    void declaration_thatCannotBeRead_hasNoEvents() {
        declare("acme", 1, "event Login { at: }");

        assertThat(streams.byTopic(control, any -> true)).isEmpty();
    }

    private void declare(String tenant, int revision, String text) {
        ArtifactId id = new ArtifactId(tenant, ArtifactKind.STREAM, "stream", revision);
        control.apply(new Artifact(id, "Stream", text, null, 1, "", "ann", NOON));
        control.apply(new Release(
                tenant,
                revision,
                revision - 1,
                "ann",
                NOON,
                "",
                null,
                Release.Mode.AS_OF,
                List.of(new Change(ArtifactKind.STREAM, "stream", revision, ArtifactState.LIVE)),
                "w"));
    }
}
