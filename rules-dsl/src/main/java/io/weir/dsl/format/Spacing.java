package io.weir.dsl.format;

import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.EnumSet;
import java.util.Set;

/** Between which kinds of tokens nothing stands. */
final class Spacing {

    private static final Set<TokenKind> CLOSE_TO_THE_ONE_BEFORE = EnumSet.of(
            TokenKind.COMMA,
            TokenKind.COLON,
            TokenKind.DOT,
            TokenKind.QUESTION,
            TokenKind.RIGHT_PARENTHESIS,
            TokenKind.RIGHT_BRACKET);
    private static final Set<TokenKind> CLOSE_TO_THE_NEXT =
            EnumSet.of(TokenKind.DOT, TokenKind.AT, TokenKind.LEFT_PARENTHESIS, TokenKind.LEFT_BRACKET);

    private Spacing() {}

    static boolean isTight(Token before, Token token) {
        return CLOSE_TO_THE_ONE_BEFORE.contains(token.kind())
                || CLOSE_TO_THE_NEXT.contains(before.kind())
                || (before.is(TokenKind.LEFT_BRACE) && token.is(TokenKind.RIGHT_BRACE));
    }
}
