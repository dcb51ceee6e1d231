package io.weir.dsl.grammar;

import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Which texts the grammar accepts as files. */
public final class Grammar {

    private Grammar() {}

    /** The tree of a file; null where it is none. */
    public static WeirParser.@Nullable FileContext file(String text) {
        WeirParser parser = new WeirParser(tokens(new WeirLexer(CharStreams.fromString(text))));
        prepare(parser);
        try {
            WeirParser.FileContext file = parser.file();
            return isWhole(file) ? file : null;
        } catch (ParseCancellationException e) {
            return null;
        }
    }

    private static CommonTokenStream tokens(Lexer lexer) {
        lexer.removeErrorListeners();
        return new CommonTokenStream(lexer);
    }

    private static void prepare(Parser parser) {
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
    }

    // What the grammar leaves to say: no clause twice, and the places in texts.
    private static boolean isWhole(ParseTree tree) {
        Set<String> clauses = new HashSet<>();
        for (int i = 0; i < tree.getChildCount(); i++) {
            ParseTree child = tree.getChild(i);
            if ((isClause(child) && !clauses.add(child.getChild(0).getText())) || !isWhole(child)) {
                return false;
            }
        }
        return !(tree instanceof WeirParser.TemplateContext) || isTemplate(content(tree.getText()));
    }

    private static boolean isClause(ParseTree tree) {
        return tree instanceof WeirParser.EventClauseContext
                || tree instanceof WeirParser.TableClauseContext
                || tree instanceof WeirParser.MetadataContext
                || tree instanceof WeirParser.AlertClauseContext;
    }

    private static boolean isTemplate(String content) {
        TemplateParser parser = new TemplateParser(tokens(new TemplateLexer(CharStreams.fromString(content))));
        prepare(parser);
        try {
            parser.template();
            return true;
        } catch (ParseCancellationException e) {
            return false;
        }
    }

    // What a text says, its blanks aside.
    private static String content(String text) {
        return text.startsWith("\"\"\"")
                ? text.substring(3, text.length() - 3).replace("\r", "")
                : text.substring(1, text.length() - 1).translateEscapes();
    }
}
