package io.weir.engine.publish;

import io.weir.dsl.Compilation;
import io.weir.dsl.Environment;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlRecord;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import io.weir.models.ModelPackage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes control records of rule texts as a server would, for one tenant. */
public final class Publisher {

    private static final String WHO = "ann";

    private final ControlState state = new ControlState();
    private final String tenant;
    private Environment environment = Environment.EMPTY;
    private int schemaId;

    public Publisher(String tenant) {
        this.tenant = tenant;
    }

    /** What is to be published together. */
    public record Draft(List<Artifact> artifacts, List<Change> changes) {}

    public Draft draft(String rules) {
        Compilation compiled = RuleCompiler.compile(environment, List.of(new Source("test.weir", rules)));
        if (!compiled.ok()) {
            throw new IllegalArgumentException(compiled.diagnostics().toString());
        }
        environment = compiled.environment();
        return of(compiled.declarations().stream()
                .map(each -> artifact(each.kind(), each.slug(), each.name(), each.text()))
                .toList());
    }

    /** A rule that no compiler would let pass: what a server with a bug, or of another version, could write. */
    public Draft unchecked(ArtifactKind kind, String name, String text) {
        return of(List.of(artifact(kind, name, name, text)));
    }

    public Draft model(String name, ModelPackage files) {
        ArtifactId id = new ArtifactId(tenant, ArtifactKind.MODEL, name, next(ArtifactKind.MODEL, name));
        Artifact model = new Artifact(id, name, null, files.toZip(), 0, files.sha256(), WHO, Instant.now());
        return of(List.of(model));
    }

    /** Entries of a published list, as JSON. */
    public Draft entries(String list, String json) {
        ArtifactId id = new ArtifactId(tenant, ArtifactKind.ENTRIES, list, next(ArtifactKind.ENTRIES, list));
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        return of(List.of(new Artifact(id, list, null, content, 0, json, WHO, Instant.now())));
    }

    private Draft of(List<Artifact> artifacts) {
        artifacts.forEach(state::apply);
        List<Change> changes = artifacts.stream()
                .map(artifact -> new Change(
                        artifact.id().kind(),
                        artifact.id().name(),
                        artifact.id().revision(),
                        ArtifactState.LIVE))
                .toList();
        return new Draft(artifacts, changes);
    }

    private Artifact artifact(ArtifactKind kind, String slug, String title, String text) {
        ArtifactId id = new ArtifactId(tenant, kind, slug, next(kind, slug));
        int schema = kind == ArtifactKind.STREAM ? ++schemaId : 0;
        return new Artifact(id, title, text, null, schema, Integer.toHexString(text.hashCode()), WHO, Instant.now());
    }

    private int next(ArtifactKind kind, String name) {
        return state.newestRevision(tenant, new ArtifactName(kind, name)) + 1;
    }

    /** Artifacts and release at once; {@code from} as in {@link Release#effectiveFrom}. */
    public List<ControlRecord> released(Draft draft, @Nullable Long from) {
        List<ControlRecord> records = new ArrayList<>(draft.artifacts());
        records.add(release(draft, from, UUID.randomUUID().toString()));
        return records;
    }

    public Release release(Draft draft, @Nullable Long from, String writeId) {
        long parent = state.epoch(tenant);
        Release release = new Release(
                tenant, parent + 1, parent, WHO, Instant.now(), "", from, Release.Mode.AS_OF, draft.changes(), writeId);
        state.apply(release);
        return release;
    }

    /** The latest released. */
    public long epoch() {
        return state.epoch(tenant);
    }

    public Prepare prepare(Draft draft, Duration within) {
        return new Prepare(
                tenant,
                state.epoch(tenant) + 1,
                null,
                draft.changes(),
                Instant.now().plus(within),
                UUID.randomUUID().toString(),
                Prepare.Status.PENDING);
    }
}
