package io.weir.benchmarks.job;

import io.weir.dsl.Compilation;
import io.weir.dsl.Declaration;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The control records of a first release. */
final class PublishedRule {

    private PublishedRule() {}

    static List<ControlRecord> records(String tenant, String text) {
        Compilation compilation = RuleCompiler.compile(List.of(new Source("benchmark.weir", text)));
        if (!compilation.ok()) {
            throw new IllegalStateException("the benchmark's rule has mistakes: " + compilation.diagnostics());
        }
        List<ControlRecord> records = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Declaration declaration : compilation.declarations()) {
            Artifact artifact = artifact(tenant, declaration, records.size() + 1);
            records.add(artifact);
            changes.add(new Change(artifact.id().kind(), artifact.id().name(), 1, ArtifactState.LIVE));
        }
        records.add(release(tenant, changes));
        return records;
    }

    private static Artifact artifact(String tenant, Declaration declaration, int schemaId) {
        ArtifactId id = new ArtifactId(tenant, declaration.kind(), declaration.slug(), 1);
        return new Artifact(
                id,
                declaration.name(),
                declaration.text(),
                null,
                declaration.kind() == ArtifactKind.STREAM ? schemaId : 0,
                "",
                "benchmark",
                Instant.EPOCH);
    }

    private static Release release(String tenant, List<Change> changes) {
        return new Release(
                tenant, 1, 0, "benchmark", Instant.EPOCH, "", null, Release.Mode.AS_OF, changes, "benchmark");
    }
}
