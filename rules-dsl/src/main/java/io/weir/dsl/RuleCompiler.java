package io.weir.dsl;

import io.weir.dsl.check.Checker;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.parse.Parser;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles rules. The same sources give the same result, and no text makes it throw.
 *
 * <pre>{@code
 * Compilation compiled = RuleCompiler.compile(List.of(new Source("pay.weir", text)));
 * if (compiled.ok()) {
 *     publish(compiled.rules());
 * }
 * }</pre>
 */
public final class RuleCompiler {

    private RuleCompiler() {}

    public static Compilation compile(List<Source> sources) {
        return compile(Environment.EMPTY, sources);
    }

    /** Compiles sources that may use what is declared elsewhere; what they declare themselves counts before it. */
    public static Compilation compile(Environment base, List<Source> sources) {
        List<Checker.File> files = new ArrayList<>();
        List<Declaration> declarations = new ArrayList<>();
        for (Source source : sources) {
            Problems problems = new Problems(source.name(), source.text());
            Checker.File file = new Checker.File(Parser.parse(source.text(), problems), problems);
            files.add(file);
            declarations.addAll(Declarations.of(source, file.tree()));
        }
        Checker.Checked checked = Checker.check(files, base.known());
        return new Compilation(
                base.with(Environment.of(checked.declared())), checked.rules(), declarations, diagnostics(files));
    }

    private static List<Diagnostic> diagnostics(List<Checker.File> files) {
        return files.stream()
                .flatMap(file -> file.problems().diagnostics().stream())
                .toList();
    }
}
