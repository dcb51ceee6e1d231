package io.weir.dsl.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.dsl.diagnostic.DiagnosticJson;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.format.Formatter;
import io.weir.dsl.parse.Parser;
import io.weir.dsl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tree of a rule file as JSON, and JSON as the text of a rule file. The door of this package. */
public final class TreeJson {

    /**
     * What became of JSON.
     *
     * @param text the rule file, laid out; null where there are problems
     */
    public record Text(@Nullable String text, List<TreeProblem> problems) {

        public Text {
            problems = List.copyOf(problems);
        }
    }

    private TreeJson() {}

    /** The JSON of a file that was read without problems; the same for every layout of it. */
    public static ObjectNode of(SyntaxTree tree) {
        return new DraftJson(draft -> null).object(laidOut(tree));
    }

    /** The same with where each node stands in its file, in the form that diagnostics have. */
    public static ObjectNode withRanges(SyntaxTree tree) {
        List<Draft> here = new ArrayList<>();
        List<Draft> laidOut = new ArrayList<>();
        DraftOf.tree(tree).addAllTo(here);
        Draft file = laidOut(tree);
        file.addAllTo(laidOut);
        Problems places = new Problems("", tree.text());
        Map<Draft, ObjectNode> ranges = new IdentityHashMap<>();
        for (int index = 1; index < here.size(); index++) {
            Span span = here.get(index).span();
            if (span != null) {
                ranges.put(laidOut.get(index), DiagnosticJson.range(places.place(span)));
            }
        }
        return new DraftJson(ranges::get).object(file);
    }

    /** The rule file that JSON says, or all that is wrong with it. */
    public static Text text(String json) {
        TreeProblems problems = new TreeProblems();
        JsonNode read = JsonText.read(json, problems);
        Draft file = problems.isEmpty()
                ? new DraftReader(problems).node(read, Shape.Node.of(DeclarationKinds.FILE.name()), "")
                : null;
        String text = file == null || !problems.isEmpty() ? null : new FileText(problems).of(file);
        return new Text(text, problems.all());
    }

    // Where a comment belongs shows best once the file is laid out.
    private static Draft laidOut(SyntaxTree tree) {
        String text = Formatter.format(tree);
        SyntaxTree again = Parser.parse(text, new Problems("", text));
        Draft file = DraftOf.tree(again);
        CommentFinder.find(again, file);
        return file;
    }
}
