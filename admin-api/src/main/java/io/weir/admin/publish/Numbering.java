package io.weir.admin.publish;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives planned changes their revisions, and streams their schema ids, from the state that they will be written on. What a refused
 * publish left behind unreleased is used again where it is the same.
 */
final class Numbering {

    private final ControlState state;
    private final String tenant;
    private final String who;
    private final Instant at;
    private final List<Artifact> artifacts = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private int schemaId;

    private Numbering(ControlState state, Terms terms, Instant at) {
        this.state = state;
        this.tenant = terms.tenant();
        this.who = terms.actor().name();
        this.at = at;
        this.schemaId = state.highestSchemaId();
    }

    static Numbering of(ControlState state, Terms terms, Instant at, List<Planned> plan) {
        Numbering numbering = new Numbering(state, terms, at);
        plan.forEach(numbering::add);
        return numbering;
    }

    /** Those that must be written. */
    List<Artifact> artifacts() {
        return artifacts;
    }

    List<Change> changes() {
        return changes;
    }

    private void add(Planned planned) {
        ArtifactName name = planned.name();
        int revision = planned.body() == null ? inForce(name, planned.candidate()) : revision(name, planned.body());
        changes.add(new Change(
                name.kind(),
                name.name(),
                revision,
                planned.state(),
                planned.percent(),
                planned.candidate(),
                backfill(planned)));
    }

    /** Windows that were filled go on with whatever comes of their rule. */
    private @Nullable Long backfill(Planned planned) {
        if (planned.warm()) {
            return state.epoch(tenant) + 1;
        }
        Change before = planned.candidate() ? null : state.live(tenant).get(planned.name());
        return before == null || planned.state() == ArtifactState.RETIRED ? null : before.backfill();
    }

    private int inForce(ArtifactName name, boolean candidate) {
        Map<ArtifactName, Change> all = candidate ? state.candidates(tenant) : state.live(tenant);
        return Objects.requireNonNull(all.get(name), "in force").revision();
    }

    private int revision(ArtifactName name, Planned.Body body) {
        // A candidate that becomes live stays the revision that it is, and so keeps what it has counted.
        Change candidate = state.candidates(tenant).get(name);
        if (candidate != null && isSame(state.artifact(candidate.id(tenant)), body)) {
            return candidate.revision();
        }
        int newest = state.newestRevision(tenant, name);
        if (newest > 0 && isSame(state.artifact(id(name, newest)), body)) {
            return newest;
        }
        int schema = name.kind() == ArtifactKind.STREAM ? ++schemaId : 0;
        artifacts.add(new Artifact(
                id(name, newest + 1), body.title(), body.text(), body.content(), schema, body.sha256(), who, at));
        return newest + 1;
    }

    private static boolean isSame(@Nullable Artifact artifact, Planned.Body body) {
        return artifact != null
                && artifact.sha256().equals(body.sha256())
                && Objects.equals(artifact.text(), body.text());
    }

    private ArtifactId id(ArtifactName name, int revision) {
        return new ArtifactId(tenant, name.kind(), name.name(), revision);
    }
}
