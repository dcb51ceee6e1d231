package io.weir.cli.lsp;

import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Place;
import io.weir.dsl.diagnostic.Span;
import java.util.List;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Range;

/** Diagnostics as the protocol has them. */
final class Diagnostics {

    private Diagnostics() {}

    static List<org.eclipse.lsp4j.Diagnostic> of(Lines lines, List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(one -> of(lines, one)).toList();
    }

    static org.eclipse.lsp4j.Diagnostic of(Lines lines, Diagnostic diagnostic) {
        String message = diagnostic.message() + (diagnostic.help() == null ? "" : "\n" + diagnostic.help());
        return new org.eclipse.lsp4j.Diagnostic(
                range(lines, diagnostic.place()),
                message,
                diagnostic.isError() ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                "weir",
                diagnostic.code().id());
    }

    static Range range(Lines lines, Place place) {
        return lines.range(new Span(place.from().offset(), place.to().offset()));
    }
}
