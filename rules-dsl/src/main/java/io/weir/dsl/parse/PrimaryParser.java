package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands alone: literals, names, calls, lists, parentheses, and the phrases that begin with a word. */
final class PrimaryParser {

    private static final int LONGEST_LIST = 10_000;

    private final Cursor cursor;
    private final Terms terms;

    PrimaryParser(Cursor cursor) {
        this.cursor = cursor;
        this.terms = new Terms(cursor);
    }

    Expression primary(ExpressionParser expressions) {
        Token token = cursor.peek();
        if (cursor.atStep(0)) {
            throw cursor.unexpected("a value");
        }
        return switch (token.kind()) {
            case NUMBER -> terms.number();
            case TEXT, LONG_TEXT -> cursor.text("a text");
            case LEFT_PARENTHESIS -> converted(grouped(expressions));
            case LEFT_BRACKET -> list();
            case AT -> listReference();
            case QUOTED_NAME -> named(expressions);
            case WORD -> word(token, expressions);
            default -> throw cursor.unexpected("a value");
        };
    }

    private Expression word(Token word, ExpressionParser expressions) {
        if (word.isWord("true") || word.isWord("false")) {
            cursor.take();
            return new Expression.BoolLiteral(word.isWord("true"), word.span());
        } else if (word.isWord("timestamp") && cursor.peek(1).is(TokenKind.TEXT)) {
            cursor.take();
            return new Expression.TimestampLiteral(cursor.text("a text"), cursor.since(word));
        }
        Expression phrase = new PhraseParser(cursor, expressions).phrase();
        return phrase == null ? named(expressions) : phrase;
    }

    private Expression named(ExpressionParser expressions) {
        Expression.Path path = terms.path("a value");
        boolean alone = path.names().size() == 1;
        if (alone && cursor.at(TokenKind.LEFT_PARENTHESIS)) {
            return call(path.names().get(0), expressions);
        }
        return converted(
                alone && cursor.at(TokenKind.LEFT_BRACKET) ? lookup(path.names().get(0), expressions) : path);
    }

    private Expression lookup(Name table, ExpressionParser expressions) {
        cursor.expect(TokenKind.LEFT_BRACKET);
        List<Expression> keys = arguments(TokenKind.RIGHT_BRACKET, expressions);
        Name column = cursor.takeIf(TokenKind.DOT) ? cursor.name("a column") : null;
        Expression.Path asOf = asOf();
        return new Expression.Lookup(
                table, keys, column, asOf, table.span().to(cursor.previous().span()));
    }

    /** The value, or what it is {@code to EUR as of at}. */
    Expression converted(Expression value) {
        if (!cursor.atWords("to") || !Terms.isCurrency(cursor.peek(1))) {
            return value;
        }
        cursor.take();
        Name currency = cursor.name("a currency");
        Expression.Path asOf = asOf();
        return new Expression.Conversion(
                value, currency, asOf, value.span().to(cursor.previous().span()));
    }

    private Expression.@Nullable Path asOf() {
        return cursor.takeIfWords("as", "of") ? terms.path("a time") : null;
    }

    private Expression call(Name function, ExpressionParser expressions) {
        cursor.expect(TokenKind.LEFT_PARENTHESIS);
        List<Expression> arguments = cursor.takeIf(TokenKind.RIGHT_PARENTHESIS)
                ? List.of()
                : arguments(TokenKind.RIGHT_PARENTHESIS, expressions);
        return new Expression.Call(
                function, arguments, function.span().to(cursor.previous().span()));
    }

    private List<Expression> arguments(TokenKind closing, ExpressionParser expressions) {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(expressions.expression());
        } while (cursor.takeIf(TokenKind.COMMA));
        cursor.expect(closing);
        return arguments;
    }

    Expression.Grouped grouped(ExpressionParser expressions) {
        Token open = cursor.expect(TokenKind.LEFT_PARENTHESIS);
        Expression inner = expressions.expression();
        cursor.expect(TokenKind.RIGHT_PARENTHESIS);
        return new Expression.Grouped(inner, cursor.since(open));
    }

    Expression.ListReference listReference() {
        Token at = cursor.expect(TokenKind.AT);
        Name name = cursor.name("the name of a list");
        return new Expression.ListReference(name, cursor.since(at));
    }

    /** A list of literals, a comma after the last one allowed. */
    Expression.ListLiteral list() {
        Token open = cursor.expect(TokenKind.LEFT_BRACKET);
        List<Expression> entries = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_BRACKET)) {
            entries.add(entry("an entry"));
            if (!cursor.at(TokenKind.RIGHT_BRACKET)) {
                cursor.expect(TokenKind.COMMA);
            }
        }
        cursor.take();
        if (entries.size() > LONGEST_LIST) {
            cursor.report(Code.LIST_TOO_LONG, open.span()).help("publish its entries on their own");
        }
        return new Expression.ListLiteral(entries, cursor.since(open));
    }

    /** A literal, a minus before a number allowed. */
    Expression entry(String what) {
        Token first = cursor.peek();
        if (cursor.takeIf(TokenKind.MINUS)) {
            return new Expression.Negate(terms.number(), cursor.since(first));
        }
        return switch (first.kind()) {
            case NUMBER -> terms.number();
            case TEXT, LONG_TEXT -> cursor.text("a text");
            default -> wordEntry(first, what);
        };
    }

    private Expression wordEntry(Token first, String what) {
        if (first.isWord("true") || first.isWord("false")) {
            cursor.take();
            return new Expression.BoolLiteral(first.isWord("true"), first.span());
        } else if (first.isWord("timestamp") && cursor.peek(1).is(TokenKind.TEXT)) {
            cursor.take();
            return new Expression.TimestampLiteral(cursor.text("a text"), cursor.since(first));
        }
        throw cursor.unexpected(what + ": a text, a number, true or false");
    }
}
