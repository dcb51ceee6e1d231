package io.weir.dsl.parse;

import io.weir.dsl.plan.Operator;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.Unit;
import org.jspecify.annotations.Nullable;

/** Comparisons as people say them behind {@code is}: {@code is at least 3}, {@code is more than 5 minutes}. */
final class Spoken {

    private Spoken() {}

    /** Which one stands at the cursor; null for none, and for a tally, which counts events. */
    static @Nullable Operator operator(Cursor cursor) {
        Operator operator = null;
        if (cursor.atWords("at", "least")) {
            operator = Operator.AT_LEAST;
        } else if (cursor.atWords("at", "most")) {
            operator = Operator.AT_MOST;
        } else if (cursor.atWords("more", "than") || cursor.atWords("greater", "than")) {
            operator = Operator.GREATER;
        } else if (cursor.atWords("less", "than") || cursor.atWords("fewer", "than")) {
            operator = Operator.LESS;
        }
        return operator == null || isTally(cursor) ? null : operator;
    }

    // A tally's number has an event behind it, with a 'where' or a 'within' of its own.
    private static boolean isTally(Cursor cursor) {
        Token behind = cursor.peek(3);
        boolean measured = Unit.of(behind.text()) != null || Terms.isCurrency(behind);
        boolean goesOn = cursor.peek(4).isWord("within")
                || cursor.peek(4).isWord("where")
                || cursor.peek(4).isWord("of");
        boolean named = goesOn ? behind.isName() && !Cursor.isReserved(behind) : cursor.isPlainName(3) && !measured;
        return cursor.peek(2).is(TokenKind.NUMBER) && named;
    }
}
