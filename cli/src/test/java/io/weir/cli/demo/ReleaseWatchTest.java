package io.weir.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseWatchTest {

    private static final List<Change> CHANGES =
            List.of(new Change(ArtifactKind.RULE, "crypto-purchase", 1, ArtifactState.LIVE));

    private final ReleaseWatch watch = new ReleaseWatch("default");

    @Test
    void release_appliedByAllTasks_isToldOnceWithTheTimeSinceItWasPrepared() {
        watch.control(prepare("default"), 1_000);
        watch.control(release("default"), 1_150);
        applied("route", 0, 1_200);
        applied("evaluate", 0, 1_310);

        assertThat(watch.next())
                .hasValue("epoch 2 live on 2 of 2 tasks, 0.31 s after publish: rule/crypto-purchase@1 live");
        assertThat(watch.next()).isEmpty();
    }

    @Test
    void release_oneTaskBehind_isNotLiveYet() {
        watch.control(release("default"), 1_000);
        applied("route", 0, 1_200);

        assertThat(watch.next()).isEmpty();
    }

    @Test
    void release_ofAnotherTenant_isNotTold() {
        watch.control(release("acme"), 1_000);
        applied("route", 0, 1_200);
        applied("evaluate", 0, 1_310);

        assertThat(watch.next()).isEmpty();
    }

    private void applied(String operator, int subtask, long at) {
        Instant time = Instant.ofEpochMilli(at);
        watch.status(new StatusReport(
                "demo",
                operator,
                subtask,
                1,
                Instant.EPOCH,
                time,
                null,
                List.of(new StatusReport.Applied("default", 2, time)),
                List.of(),
                0,
                0,
                0,
                0,
                List.of(),
                List.of()));
    }

    private static Prepare prepare(String tenant) {
        return new Prepare(tenant, 2, null, CHANGES, Instant.EPOCH, "w", Prepare.Status.PENDING);
    }

    private static Release release(String tenant) {
        return new Release(tenant, 2, 1, "ana", Instant.EPOCH, "", 5L, Release.Mode.AS_OF, CHANGES, "w");
    }
}
