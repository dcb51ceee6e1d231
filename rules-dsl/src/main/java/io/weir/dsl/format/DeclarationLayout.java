package io.weir.dsl.format;

import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.FeatureDefinition;
import io.weir.dsl.syntax.ListDefinition;
import io.weir.dsl.syntax.ModelDefinition;
import io.weir.dsl.syntax.PromptDefinition;
import io.weir.dsl.syntax.RatesDefinition;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.TableDefinition;
import io.weir.dsl.syntax.TestDefinition;
import java.util.List;
import java.util.function.Consumer;

/** Lays out one declaration. */
final class DeclarationLayout {

    private final SyntaxTree tree;
    private final Definition definition;
    private Trivia left = Trivia.NONE;

    DeclarationLayout(SyntaxTree tree, Definition definition) {
        this.tree = tree;
        this.definition = definition;
    }

    List<Line> lines() {
        if (definition instanceof EventDefinition event) {
            return filled(marks -> new EventMarks(marks, event).mark());
        } else if (definition instanceof RuleDefinition rule) {
            return filled(marks -> new RuleMarks(marks, rule).mark());
        } else if (definition instanceof TestDefinition test) {
            return filled(marks -> new TestMarks(marks, test).mark());
        } else if (definition instanceof ModelDefinition model) {
            return filled(marks -> ModelMarks.mark(marks, model));
        } else if (definition instanceof PromptDefinition prompt) {
            return inOneLine(
                    marks -> new PromptMarks(marks, prompt).flat(), marks -> new PromptMarks(marks, prompt).open());
        } else if (definition instanceof TableDefinition table) {
            return inOneLine(
                    marks -> new TableMarks(marks, table).flat(), marks -> new TableMarks(marks, table).open());
        } else if (definition instanceof FeatureDefinition feature) {
            return filled(marks -> FeatureMarks.mark(marks, feature));
        } else if (definition instanceof RatesDefinition) {
            return filled(marks -> {});
        }
        ListDefinition list = (ListDefinition) definition;
        return inOneLine(marks -> ListMarks.flat(marks, list), marks -> ListMarks.open(marks, list));
    }

    /** What stands behind its last word and still within it. */
    Trivia left() {
        return left;
    }

    private List<Line> inOneLine(Consumer<Marks> flat, Consumer<Marks> open) {
        List<Line> lines = filled(flat);
        return lines.size() == 1 && lines.get(0).width() <= Filling.WIDTH ? lines : filled(open);
    }

    private List<Line> filled(Consumer<Marks> marking) {
        Marks marks = new Marks(tree);
        marking.accept(marks);
        List<Piece> pieces = marks.pieces(
                marks.index(definition.span().start()),
                marks.index(definition.span().end()));
        left = marks.left();
        return Filling.lines(pieces);
    }
}
