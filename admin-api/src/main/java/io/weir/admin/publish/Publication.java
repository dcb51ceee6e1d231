package io.weir.admin.publish;

import io.weir.dsl.contract.Release;
import io.weir.dsl.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;

/**
 * How a publish ended.
 *
 * @param release the new one; where nothing changed, the one that is in force
 * @param committedAt when it was written and read back
 * @param warnings of the sources
 */
public record Publication(Release release, boolean changed, Instant committedAt, List<Diagnostic> warnings) {
    public Publication {
        warnings = List.copyOf(warnings);
    }
}
