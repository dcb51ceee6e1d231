package io.weir.admin.publish;

import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.Release;
import io.weir.dsl.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How a publish ended.
 *
 * @param release the new one; where nothing changed, the one that is in force
 * @param committedAt when it was written and read back
 * @param warnings of the sources
 * @param declared what the sources declare, changed or not
 */
public record Publication(
        Release release, boolean changed, Instant committedAt, List<Diagnostic> warnings, Set<ArtifactName> declared) {

    public Publication {
        declared = Set.copyOf(declared);
        warnings = List.copyOf(warnings);
    }
}
