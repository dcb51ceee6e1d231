package io.weir.dsl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.json.TreeJson;
import io.weir.dsl.parse.Parser;
import io.weir.dsl.syntax.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rule files as JSON, for programs that read or write rules: neither meaning nor comments are lost on the way there or back.
 *
 * <pre>{@code
 * RuleTree tree = RuleTree.of(new Source("pay.weir", text));
 * TreeJson.Text text = RuleTree.text(tree.json().toString());
 * }</pre>
 *
 * @param json null where the file could not be read
 * @param diagnostics why it could not be read; empty where it could
 */
public record RuleTree(@Nullable ObjectNode json, List<Diagnostic> diagnostics) {

    public RuleTree {
        diagnostics = List.copyOf(diagnostics);
    }

    public static RuleTree of(Source source) {
        return of(source, false);
    }

    /** @param ranges whether each node says where it stands in the file */
    public static RuleTree of(Source source, boolean ranges) {
        Problems problems = new Problems(source.name(), source.text());
        SyntaxTree tree = Parser.parse(source.text(), problems);
        if (problems.count() > 0) {
            return new RuleTree(null, problems.diagnostics());
        }
        return new RuleTree(ranges ? TreeJson.withRanges(tree) : TreeJson.of(tree), List.of());
    }

    /** The rule file that JSON says, laid out, or all that is wrong with it. */
    public static TreeJson.Text text(String json) {
        return TreeJson.text(json);
    }
}
