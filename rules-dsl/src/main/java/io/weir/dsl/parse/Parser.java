package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.diagnostic.Problem;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.RatesDefinition;
import io.weir.dsl.syntax.SyntaxTree;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file: the door of this package. */
public final class Parser {

    private static final int LARGEST = 200_000;

    private final Cursor cursor;

    private Parser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The tree of a text; what could not be read is noted and left out. */
    public static SyntaxTree parse(String text, Problems problems) {
        return parse(text, problems, null);
    }

    static SyntaxTree parse(String text, Problems problems, @Nullable Reading reading) {
        int size = size(text);
        if (size > LARGEST) {
            problems.report(Code.FILE_TOO_LARGE, new Span(0, 0), (size + 999) / 1000)
                    .help("split it into several files");
            return new SyntaxTree(text, List.of(), List.of());
        }
        Lexer.Tokens tokens = Lexer.tokens(text, problems);
        Cursor cursor = new Cursor(text, tokens, problems, reading);
        return new SyntaxTree(text, tokens.tokens(), new Parser(cursor).definitions());
    }

    private static int size(String text) {
        return text.length() > LARGEST ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private List<Definition> definitions() {
        List<Definition> definitions = new ArrayList<>();
        while (!cursor.atEnd()) {
            int before = cursor.position();
            Definition definition = cursor.recover(this::definition, () -> false);
            if (cursor.position() == before) {
                cursor.skip();
            }
            if (definition != null) {
                definitions.add(definition);
            }
        }
        return definitions;
    }

    private Definition definition() {
        Token keyword = cursor.peek();
        if (!keyword.is(TokenKind.WORD)) {
            throw cursor.unexpected("a declaration");
        }
        return switch (keyword.text()) {
            case "event" -> new EventParser(cursor).event();
            case "list" -> new ListParser(cursor).list();
            case "table" -> new TableParser(cursor).table();
            case "rates" -> rates();
            case "feature" -> new FeatureParser(cursor).feature();
            case "model" -> new ModelParser(cursor).model();
            case "prompt" -> new PromptParser(cursor).prompt();
            case "rule" -> new RuleParser(cursor).rule();
            case "test" -> new TestParser(cursor).test();
            default -> throw other(keyword);
        };
    }

    /** {@code rates from fx}. */
    private RatesDefinition rates() {
        Token first = cursor.take();
        cursor.expectWord("from");
        Name table = cursor.name("the name of a table");
        return new RatesDefinition(table, cursor.since(first));
    }

    private Unwound other(Token word) {
        cursor.take();
        @Nullable String near = NearNames.nearest(word.text(), Words.DECLARATIONS);
        Problem problem = cursor.report(Code.STRANGE_DECLARATION, word.span(), word.text());
        if (near == null) {
            problem.help("a declaration begins with " + String.join(", ", Words.DECLARATIONS)
                    + "; a rule for example: rule \"large\" on Payment when amount > 500 EUR then alert \"{cardId}\"");
        } else {
            problem.suggest(near, word.span(), "");
        }
        return Unwound.INSTANCE;
    }
}
