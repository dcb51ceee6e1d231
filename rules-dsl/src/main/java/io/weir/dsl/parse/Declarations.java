package io.weir.dsl.parse;

import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;

/** Recognises where a declaration begins, although its keywords are soft. */
final class Declarations {

    private Declarations() {}

    static boolean beginsAt(Cursor cursor) {
        Token token = cursor.peek();
        if (!token.is(TokenKind.WORD) || cursor.atStep(0)) {
            return false;
        }
        return token.isWord("rule")
                ? !cursor.peek(1).is(TokenKind.COLON)
                : Words.DECLARATIONS.contains(token.text()) && (isHead(cursor, token) || isAtMargin(cursor));
    }

    private static boolean isHead(Cursor cursor, Token keyword) {
        Token second = cursor.peek(1);
        Token third = cursor.peek(2);
        return switch (keyword.text()) {
            case "event" -> second.isName() && third.is(TokenKind.LEFT_BRACE);
            case "list" -> second.is(TokenKind.AT);
            case "table" -> second.isName() && third.isWord("by");
            case "rates" -> second.isWord("from") && third.isName();
            case "feature" -> second.isName() && third.isWord("on");
            case "model" -> second.isName() && (third.isWord("given") || third.isWord("returns"));
            case "prompt" -> second.isName() && (third.isWord("timeout") || isText(third));
            case "test" -> isText(second);
            default -> false;
        };
    }

    private static boolean isText(Token token) {
        return token.is(TokenKind.TEXT) || token.is(TokenKind.LONG_TEXT);
    }

    private static boolean isAtMargin(Cursor cursor) {
        return cursor.atMargin() && !cursor.peek(1).is(TokenKind.COLON);
    }
}
