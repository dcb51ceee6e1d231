package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;

/**
 * The smallest piece that means something, with the blanks and comments before it.
 *
 * @param trivia where the blanks and comments before it begin; they end where its span starts
 * @param text the word or symbol; the content of a text or of a back-quoted name
 */
public record Token(TokenKind kind, int trivia, Span span, String text) {

    public boolean is(TokenKind other) {
        return kind == other;
    }

    /** True for that word of the language, not for a back-quoted name. */
    public boolean isWord(String word) {
        return kind == TokenKind.WORD && text.equals(word);
    }

    public boolean isName() {
        return kind == TokenKind.WORD || kind == TokenKind.QUOTED_NAME;
    }

    /** True where nothing stands between the other token and this. */
    public boolean touches(Token before) {
        return before.span.end() == span.start();
    }
}
