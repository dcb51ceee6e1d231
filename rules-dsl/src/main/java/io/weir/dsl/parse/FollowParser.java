package io.weir.dsl.parse;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code not followed by CheckoutCompleted or CartEmptied as end where … within 1 hour}. */
final class FollowParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    FollowParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    static boolean beginsAt(Cursor cursor) {
        return cursor.atWords("followed", "by") || cursor.atWords("not", "followed", "by");
    }

    Expression follow() {
        Token first = cursor.peek();
        boolean negated = cursor.takeIfWords("not");
        cursor.expectWords("followed", "by");
        List<Name> streams = new ArrayList<>();
        do {
            streams.add(cursor.name("an event"));
        } while (cursor.takeIfWords("or"));
        Name alias = cursor.takeIfWords("as") ? cursor.name("a name for the event") : null;
        Expression where = cursor.takeIfWords("where") ? expressions.whereBeforeWithin() : null;
        cursor.expectWord("within");
        Expression within = new Terms(cursor).duration();
        return new Expression.Follow(negated, streams, alias, where, within, cursor.since(first));
    }
}
