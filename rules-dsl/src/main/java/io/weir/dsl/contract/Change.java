package io.weir.dsl.contract;

/** What a release changes of one artifact: which revision is in force, and how. */
public record Change(ArtifactKind kind, String name, int revision, ArtifactState state) {

    public ArtifactName artifact() {
        return new ArtifactName(kind, name);
    }

    public ArtifactId id(String tenant) {
        return new ArtifactId(tenant, kind, name, revision);
    }
}
