package io.weir.cli.lsp;

import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The fixes that diagnostics offer, as code actions. */
final class QuickFixes {

    private final String uri;
    private final Lines lines;

    QuickFixes(String uri, Lines lines) {
        this.uri = uri;
        this.lines = lines;
    }

    /** Of those that touch the range. */
    List<Either<Command, CodeAction>> of(List<Diagnostic> diagnostics, Range range) {
        int from = lines.offset(range.getStart());
        int to = lines.offset(range.getEnd());
        List<Either<Command, CodeAction>> actions = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.place().from().offset() <= to
                    && from <= diagnostic.place().to().offset()) {
                diagnostic.fixes().forEach(fix -> actions.add(Either.forRight(action(diagnostic, fix))));
            }
        }
        return actions;
    }

    private CodeAction action(Diagnostic diagnostic, Fix fix) {
        CodeAction action = new CodeAction(fix.title());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(Diagnostics.of(lines, diagnostic)));
        action.setIsPreferred(diagnostic.fixes().size() == 1);
        TextEdit edit = new TextEdit(Diagnostics.range(lines, fix.place()), fix.replacement());
        action.setEdit(new WorkspaceEdit(Map.of(uri, List.of(edit))));
        return action;
    }
}
