package io.weir.admin.publish;

import io.weir.admin.problem.ProblemException;
import io.weir.dsl.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What publishing some sources would come to.
 *
 * @param diagnostics of the sources, then mistakes that live declarations would have from then on
 * @param refusal why it would be refused though it compiles
 * @param changes what it would change; empty unless {@code ok}
 */
public record Validation(
        boolean ok, List<Diagnostic> diagnostics, @Nullable ProblemException refusal, List<Preview> changes) {

    public Validation {
        diagnostics = List.copyOf(diagnostics);
        changes = List.copyOf(changes);
    }

    static Validation refused(List<Diagnostic> diagnostics, @Nullable ProblemException refusal) {
        return new Validation(false, diagnostics, refusal, List.of());
    }

    static Validation good(LiveSet live, Checked checked) {
        return new Validation(
                true,
                checked.diagnostics(),
                null,
                checked.plan().stream()
                        .map(planned -> Preview.of(live, planned))
                        .toList());
    }
}
