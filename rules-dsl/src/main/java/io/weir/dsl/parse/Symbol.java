package io.weir.dsl.parse;

import io.weir.dsl.syntax.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A symbol as it is written, longer ones first.
 *
 * @param text the token's text: for a symbol of another language the word that it means here
 * @param instead how this language writes it, where it is another language's
 */
record Symbol(
        String written,
        TokenKind kind,
        String text,
        @Nullable String instead) {

    private static final List<Symbol> ALL = List.of(
            other("==", TokenKind.EQUAL, "="),
            other("<>", TokenKind.NOT_EQUAL, "!="),
            other("&&", TokenKind.WORD, "and"),
            other("||", TokenKind.WORD, "or"),
            of("!=", TokenKind.NOT_EQUAL),
            of(">=", TokenKind.AT_LEAST),
            of("<=", TokenKind.AT_MOST),
            other("\u2265", TokenKind.AT_LEAST, ">="),
            other("\u2264", TokenKind.AT_MOST, "<="),
            other("\u2260", TokenKind.NOT_EQUAL, "!="),
            other("!", TokenKind.WORD, "not"),
            of("(", TokenKind.LEFT_PARENTHESIS),
            of(")", TokenKind.RIGHT_PARENTHESIS),
            of("[", TokenKind.LEFT_BRACKET),
            of("]", TokenKind.RIGHT_BRACKET),
            of("{", TokenKind.LEFT_BRACE),
            of("}", TokenKind.RIGHT_BRACE),
            of(",", TokenKind.COMMA),
            of(":", TokenKind.COLON),
            of(".", TokenKind.DOT),
            of("@", TokenKind.AT),
            of("?", TokenKind.QUESTION),
            of("+", TokenKind.PLUS),
            of("-", TokenKind.MINUS),
            of("*", TokenKind.STAR),
            of("/", TokenKind.SLASH),
            of("%", TokenKind.PERCENT),
            of("=", TokenKind.EQUAL),
            of(">", TokenKind.GREATER),
            of("<", TokenKind.LESS));

    private static Symbol of(String written, TokenKind kind) {
        return new Symbol(written, kind, written, null);
    }

    private static Symbol other(String written, TokenKind kind, String instead) {
        return new Symbol(written, kind, instead, instead);
    }

    static @Nullable Symbol at(String text, int offset) {
        for (Symbol symbol : ALL) {
            if (text.startsWith(symbol.written, offset)) {
                return symbol;
            }
        }
        return null;
    }
}
