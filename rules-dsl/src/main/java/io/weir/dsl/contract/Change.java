package io.weir.dsl.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a release changes of one artifact: which revision is in force, and how.
 *
 * @param percent of a rule: for so many of a hundred of its keys, the same ones in every run; null for all
 * @param candidate of a rule: the revision stands beside the one that is in force, in shadow, and takes nothing of its place
 * @param backfill of a rule whose windows of time are filled from retained events: the epoch of the release that began it, in shadow.
 *     They are kept apart from other rules' from then on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        ArtifactKind kind,
        String name,
        int revision,
        ArtifactState state,
        @Nullable Integer percent,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean candidate,
        @Nullable Long backfill) {

    /** For all keys, in its own place. */
    public Change(ArtifactKind kind, String name, int revision, ArtifactState state) {
        this(kind, name, revision, state, null, false, null);
    }

    /** Without a backfill. */
    public Change(
            ArtifactKind kind,
            String name,
            int revision,
            ArtifactState state,
            @Nullable Integer percent,
            boolean candidate) {
        this(kind, name, revision, state, percent, candidate, null);
    }

    public ArtifactName artifact() {
        return new ArtifactName(kind, name);
    }

    public ArtifactId id(String tenant) {
        return new ArtifactId(tenant, kind, name, revision);
    }
}
