package io.weir.dsl.contract;

import java.util.Locale;
import java.util.Optional;

/** What the control topic holds revisions of. */
public enum ArtifactKind {
    STREAM,
    LIST,
    /** A {@code model} declaration: what a pushed model must offer. */
    SIGNATURE,
    PROMPT,
    RULE,
    /** A pushed model package. */
    MODEL,
    TABLE,
    /** A {@code rates} declaration: which table converts money. */
    RATES,
    FEATURE,
    /** The entries of a list that is published on its own. */
    ENTRIES;

    /** As it stands in keys. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ArtifactKind> of(String text) {
        for (ArtifactKind kind : values()) {
            if (kind.text().equals(text)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
