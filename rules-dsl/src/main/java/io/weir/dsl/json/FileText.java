package io.weir.dsl.json;

import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.format.Formatter;
import io.weir.dsl.json.Comments.Where;
import io.weir.dsl.parse.Parser;
import io.weir.dsl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a draft of a file as text: each declaration as plainly as it still reads back as itself, all of it laid out. */
final class FileText {

    private static final String INDENT = "  ";

    private final TreeProblems problems;

    FileText(TreeProblems problems) {
        this.problems = problems;
    }

    /** Null where it cannot be written; why is reported. */
    @Nullable
    String of(Draft file) {
        List<Written> texts = new ArrayList<>();
        for (Draft declaration : file.children()) {
            Written text = declaration(declaration);
            if (text != null) {
                texts.add(text);
            }
        }
        return problems.isEmpty() ? laidOut(file, joined(file, texts)) : null;
    }

    private @Nullable Written declaration(Draft declaration) {
        Written written = Printer.print(declaration, Care.NONE);
        Problems found = new Problems("", "");
        for (Care care : Care.values()) {
            written = Printer.print(declaration, care);
            found = new Problems("", written.text());
            SyntaxTree tree = Parser.parse(written.text(), found);
            if (found.count() == 0 && isOnly(declaration, tree)) {
                return written;
            }
        }
        report(declaration, written, found.diagnostics());
        return null;
    }

    private static boolean isOnly(Draft declaration, SyntaxTree tree) {
        List<Draft> read = DraftOf.tree(tree).children();
        return read.size() == 1 && read.get(0).saysTheSameAs(declaration);
    }

    private void report(Draft declaration, Written written, List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            String help = diagnostic.help() == null ? "" : "; " + diagnostic.help();
            problems.report(
                    written.pointer(diagnostic.place().from().offset()),
                    diagnostic.code().id() + ": " + diagnostic.message() + help);
        }
        if (diagnostics.isEmpty()) {
            problems.report(declaration.pointer(), "no text says this; its parts do not fit together");
        }
    }

    private @Nullable String laidOut(Draft file, String text) {
        Problems found = new Problems("", text);
        SyntaxTree tree = Parser.parse(text, found);
        found.diagnostics().forEach(each -> problems.report("", each.code().id() + ": " + each.message()));
        if (problems.isEmpty() && !DraftOf.tree(tree).saysTheSameAs(file)) {
            problems.report("", "no text says this; its declarations do not fit together");
        }
        return problems.isEmpty() ? Formatter.format(tree) : null;
    }

    private static String joined(Draft file, List<Written> texts) {
        StringBuilder joined = new StringBuilder();
        List<Draft> declarations = file.children();
        for (int index = 0; index < declarations.size(); index++) {
            Comments comments = declarations.get(index).comments();
            lines(joined, comments.at(Where.ABOVE), "");
            joined.append(texts.get(index).text());
            behind(joined, comments.at(Where.BEHIND), texts.get(index).endsInComment());
            lines(joined, comments.at(Where.BELOW), INDENT);
        }
        List<String> last = file.comments().at(Where.INSIDE);
        joined.append(last.isEmpty() || declarations.isEmpty() ? "" : "\n");
        lines(joined, last, "");
        return joined.toString();
    }

    // Only one comment stands behind a line.
    private static void behind(StringBuilder text, List<String> lines, boolean taken) {
        int trailing = taken ? 0 : Math.min(1, lines.size());
        lines.subList(0, trailing).forEach(line -> text.append(INDENT).append(line));
        text.append('\n');
        lines(text, lines.subList(trailing, lines.size()), INDENT);
    }

    private static void lines(StringBuilder text, List<String> lines, String indent) {
        lines.forEach(
                line -> text.append(line.isEmpty() ? "" : indent).append(line).append('\n'));
    }
}
