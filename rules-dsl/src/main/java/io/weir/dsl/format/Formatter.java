package io.weir.dsl.format;

import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.EventDefinition;
import io.weir.dsl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a file anew: its declarations, what parts them, and the comments between them. The door of this package. */
public final class Formatter {

    private final SyntaxTree tree;
    private final List<String> lines = new ArrayList<>();
    private @Nullable Definition before;
    private boolean isBeforeShort;
    private Trivia left = Trivia.NONE;

    private Formatter(SyntaxTree tree) {
        this.tree = tree;
    }

    /** The text of a tree that was read without problems. */
    public static String format(SyntaxTree tree) {
        return new Formatter(tree).run();
    }

    private String run() {
        Marks marks = new Marks(tree);
        for (Definition definition : tree.definitions()) {
            DeclarationLayout layout = new DeclarationLayout(tree, definition);
            List<Line> declaration = layout.lines();
            boolean isShort = declaration.size() == 1;
            Trivia trivia = left.then(Trivia.of(tree.text(), marks.first(definition)));
            boolean introduced = comments(trivia);
            boolean parted = introduced ? trivia.endsInBlankLine() : !(isShort && staysClose(definition, trivia));
            blank(parted && !lines.isEmpty());
            int column = definition instanceof EventDefinition ? column(declaration) : 0;
            declaration.forEach(line -> lines.add(line.written(line.text().startsWith(" ") ? column : 0)));
            before = definition;
            isBeforeShort = isShort;
            left = layout.left();
        }
        comments(
                left.then(Trivia.of(tree.text(), tree.tokens().get(tree.tokens().size() - 1))));
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private boolean staysClose(Definition definition, Trivia trivia) {
        return isBeforeShort
                && before != null
                && before.getClass() == definition.getClass()
                && !trivia.endsInBlankLine();
    }

    /** Where the comments behind an event's fields begin. */
    private static int column(List<Line> declaration) {
        return 2
                + declaration.stream()
                        .filter(line -> !line.comment().isEmpty() && line.text().startsWith(" "))
                        .mapToInt(Line::width)
                        .max()
                        .orElse(0);
    }

    /** Writes the comments before a declaration; true where some stand at the margin, parted from what is above. */
    private boolean comments(Trivia trivia) {
        boolean introduced = false;
        for (Comment comment : trivia.comments()) {
            boolean below = !introduced && before != null && comment.indented() && !comment.isAfterBlankLine();
            if (comment.isTrailing() && before != null) {
                int last = lines.size() - 1;
                lines.set(last, lines.get(last) + "  " + comment.text());
            } else if (below) {
                lines.add("  " + comment.text());
            } else {
                blank(introduced ? comment.isAfterBlankLine() : before != null);
                lines.add(comment.text());
                introduced = true;
            }
        }
        return introduced;
    }

    private void blank(boolean wanted) {
        if (wanted) {
            lines.add("");
        }
    }
}
