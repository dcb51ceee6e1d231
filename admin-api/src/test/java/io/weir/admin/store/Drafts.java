package io.weir.admin.store;

import io.weir.admin.access.Actor;
import io.weir.admin.audit.AuditEntry;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Release;
import java.time.Instant;
import java.util.List;

/** Drafts that any state takes: the next revision of one rule, live with the next epoch. */
final class Drafts {

    static final String TENANT = "default";
    static final ArtifactName RULE = new ArtifactName(ArtifactKind.RULE, "burst");

    private Drafts() {}

    static Write nextRelease(ControlState state, String writeId) {
        return nextRelease(state, writeId, "rule \"Burst\"");
    }

    static Write nextRelease(ControlState state, String writeId, String text) {
        int revision = state.newestRevision(TENANT, RULE) + 1;
        long epoch = state.epoch(TENANT);
        Artifact artifact = new Artifact(
                new ArtifactId(TENANT, RULE.kind(), RULE.name(), revision),
                "Burst",
                text,
                null,
                0,
                "",
                "test",
                Instant.EPOCH);
        List<Change> changes = List.of(new Change(RULE.kind(), RULE.name(), revision, ArtifactState.LIVE));
        Release release = new Release(
                TENANT, epoch + 1, epoch, "test", Instant.EPOCH, "", null, Release.Mode.AS_OF, changes, writeId);
        AuditEntry audit = new AuditEntry(
                Instant.EPOCH,
                TENANT,
                Actor.SERVER,
                AuditEntry.Action.RELEASE,
                epoch + 1,
                List.of(),
                changes,
                "",
                writeId);
        return new Write(List.of(artifact, release), audit);
    }
}
