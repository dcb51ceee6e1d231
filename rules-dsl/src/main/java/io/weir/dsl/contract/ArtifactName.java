package io.weir.dsl.contract;

/**
 * An artifact within its tenant, whatever the revision.
 *
 * @param name a slug
 */
public record ArtifactName(ArtifactKind kind, String name) implements Comparable<ArtifactName> {

    @Override
    public int compareTo(ArtifactName other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind.text() + "/" + name;
    }
}
