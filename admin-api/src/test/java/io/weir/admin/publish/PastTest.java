package io.weir.admin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Release;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastTest {

    private final ControlState state = new ControlState();

    @Test
    void steps_ofReleases_sayWhatTheyReplaced() {
        release(change(1, ArtifactState.LIVE));
        release(change(2, ArtifactState.LIVE));
        release(change(2, ArtifactState.RETIRED));
        release(change(3, ArtifactState.LIVE));

        List<Past> pasts = Past.last(state, "acme", 3);

        assertThat(pasts).extracting(past -> past.release().epoch()).containsExactly(4L, 3L, 2L);
        assertThat(pasts)
                .extracting(past -> past.steps().get(0).was())
                .containsExactly(null, change(2, ArtifactState.LIVE), change(1, ArtifactState.LIVE));
        assertThat(Past.at(state, "acme", 2)).contains(pasts.get(2));
        assertThat(Past.at(state, "acme", 5)).isEmpty();
        assertThat(Past.last(state, "nobody", 3)).isEmpty();
    }

    private static Change change(int revision, ArtifactState to) {
        return new Change(ArtifactKind.RULE, "burst", revision, to);
    }

    private void release(Change change) {
        long epoch = state.epoch("acme");
        state.apply(new Release(
                "acme", epoch + 1, epoch, "", Instant.EPOCH, "", null, Release.Mode.AS_OF, List.of(change), "w"));
    }
}
