package io.weir.cli.backtest;

import io.weir.dsl.Compilation;
import io.weir.dsl.Declaration;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.ListEntries;
import io.weir.dsl.contract.Release;
import io.weir.dsl.plan.Slug;
import io.weir.models.ModelPackage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A pack and its models as the control topic would hold them after one publish, effective since always. */
final class OneRelease {

    static final String TENANT = "default";

    private final List<ControlRecord> records = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private int schemaIds;

    private OneRelease() {}

    static List<ControlRecord> of(Compilation rules, Map<String, ModelPackage> models, Map<String, ListEntries> lists) {
        OneRelease release = new OneRelease();
        rules.declarations().forEach(release::add);
        models.forEach(release::add);
        lists.forEach(release::add);
        release.records.add(new Release(
                TENANT, 1, 0, "backtest", Instant.EPOCH, "", null, Release.Mode.AS_OF, release.changes, "backtest"));
        return release.records;
    }

    private void add(Declaration declaration) {
        int schemaId = declaration.kind() == ArtifactKind.STREAM ? ++schemaIds : 0;
        add(new Artifact(
                id(declaration.kind(), declaration.slug()),
                declaration.name(),
                declaration.text(),
                null,
                schemaId,
                "",
                "backtest",
                Instant.EPOCH));
    }

    private void add(String name, ModelPackage model) {
        add(new Artifact(
                id(ArtifactKind.MODEL, name), name, null, model.toZip(), 0, model.sha256(), "backtest", Instant.EPOCH));
    }

    private void add(String name, ListEntries entries) {
        ArtifactId id = id(ArtifactKind.ENTRIES, Slug.of(name));
        add(new Artifact(id, name, null, entries.json(), 0, "", "backtest", Instant.EPOCH));
    }

    private void add(Artifact artifact) {
        records.add(artifact);
        changes.add(new Change(
                artifact.id().kind(), artifact.id().name(), artifact.id().revision(), ArtifactState.LIVE));
    }

    private static ArtifactId id(ArtifactKind kind, String name) {
        return new ArtifactId(TENANT, kind, name, 1);
    }
}
