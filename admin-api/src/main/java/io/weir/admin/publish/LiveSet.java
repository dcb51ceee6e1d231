package io.weir.admin.publish;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is in force for a tenant at one epoch, whatever happens to the control topic since.
 *
 * @param candidates what stands beside it, by name
 */
public record LiveSet(
        String tenant,
        long epoch,
        NavigableMap<ArtifactName, Entry> entries,
        NavigableMap<ArtifactName, Entry> candidates) {

    /**
     * An artifact that is live, in shadow or paused.
     *
     * @param change how it came to be so
     */
    public record Entry(Artifact artifact, Change change) {
        public ArtifactName name() {
            return artifact.id().artifact();
        }

        public ArtifactState state() {
            return change.state();
        }

        boolean says(String text) {
            return text.equals(artifact.text());
        }
    }

    public LiveSet {
        entries = Collections.unmodifiableNavigableMap(entries);
        candidates = Collections.unmodifiableNavigableMap(candidates);
    }

    public static LiveSet of(ControlState state, String tenant) {
        return new LiveSet(
                tenant,
                state.epoch(tenant),
                entries(state, tenant, state.live(tenant)),
                entries(state, tenant, state.candidates(tenant)));
    }

    private static NavigableMap<ArtifactName, Entry> entries(
            ControlState state, String tenant, NavigableMap<ArtifactName, Change> changes) {
        NavigableMap<ArtifactName, Entry> entries = new TreeMap<>();
        changes.forEach((name, change) -> entries.put(name, entry(state, tenant, change)));
        return entries;
    }

    private static Entry entry(ControlState state, String tenant, Change change) {
        Artifact artifact = state.artifact(change.id(tenant));
        if (artifact == null) {
            throw new IllegalStateException("A release names " + change.id(tenant)
                    + ", which is not on the control topic (OPERATOR: restore the topic from its backup)");
        }
        return new Entry(artifact, change);
    }

    public @Nullable Entry get(ArtifactName name) {
        return entries.get(name);
    }

    /** What stands beside the rule of that name. */
    public @Nullable Entry candidate(ArtifactName name) {
        return candidates.get(name);
    }

    public Stream<Entry> of(ArtifactKind kind) {
        return entries.values().stream().filter(entry -> entry.name().kind() == kind);
    }

    /** All that have a source text. */
    public Stream<Entry> declarations() {
        return entries.values().stream().filter(entry -> entry.artifact().text() != null);
    }
}
