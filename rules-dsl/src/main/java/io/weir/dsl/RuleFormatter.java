package io.weir.dsl;

import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.format.Formatter;
import io.weir.dsl.parse.Parser;
import io.weir.dsl.syntax.SyntaxTree;

/**
 * Lays out rule files: the same text for the same tree and comments, whatever blanks stood between them. What cannot be read is
 * left as it is.
 *
 * <pre>{@code
 * Formatted formatted = RuleFormatter.format(new Source("pay.weir", text));
 * if (formatted.ok()) {
 *     write(formatted.text());
 * }
 * }</pre>
 */
public final class RuleFormatter {

    private RuleFormatter() {}

    public static Formatted format(Source source) {
        Problems problems = new Problems(source.name(), source.text());
        SyntaxTree tree = Parser.parse(source.text(), problems);
        return problems.count() > 0
                ? new Formatted(source.text(), problems.diagnostics())
                : new Formatted(Formatter.format(tree), problems.diagnostics());
    }
}
