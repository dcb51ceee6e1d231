package io.weir.dsl;

import io.weir.dsl.diagnostic.Diagnostic;
import java.util.List;

/**
 * A file as it should be laid out.
 *
 * @param text the source's own where it could not be read
 * @param diagnostics why it could not be read; empty where it could
 */
public record Formatted(String text, List<Diagnostic> diagnostics) {

    public Formatted {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean ok() {
        return diagnostics.isEmpty();
    }
}
