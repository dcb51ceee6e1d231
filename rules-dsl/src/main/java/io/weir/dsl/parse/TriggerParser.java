package io.weir.dsl.parse;

import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.TriggerClause;

/** Reads {@code every 1 hour} and {@code at the end of each session with a gap of 30 minutes}. */
final class TriggerParser {

    private final Cursor cursor;
    private final Terms terms;

    TriggerParser(Cursor cursor) {
        this.cursor = cursor;
        this.terms = new Terms(cursor);
    }

    static boolean beginsAt(Cursor cursor) {
        return (cursor.atWords("every") && cursor.peek(1).is(TokenKind.NUMBER)) || cursor.atWords("at", "the", "end");
    }

    TriggerClause trigger() {
        Token first = cursor.peek();
        if (cursor.takeIfWords("every")) {
            return new TriggerClause.Every(terms.duration(), cursor.since(first));
        }
        cursor.expectWords("at", "the", "end", "of", "each", "session", "with", "a", "gap", "of");
        return new TriggerClause.SessionEnd(terms.duration(), cursor.since(first));
    }
}
