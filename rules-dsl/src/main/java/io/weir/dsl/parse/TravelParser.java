package io.weir.dsl.parse;

import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import org.jspecify.annotations.Nullable;

/** Reads {@code distance from there to here}, {@code speed from …}, {@code elapsed from …}. */
final class TravelParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    TravelParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** Null where the word at hand begins no journey. */
    @Nullable
    Expression travel() {
        for (Expression.Measure measure : Expression.Measure.values()) {
            if (cursor.atWords(measure.text(), "from")) {
                return travel(measure);
            }
        }
        return null;
    }

    private Expression travel(Expression.Measure measure) {
        Token first = cursor.take();
        cursor.take();
        Expression from = end();
        cursor.expectWord("to");
        Expression to = end();
        return new Expression.Travel(measure, from, to, cursor.since(first));
    }

    // No conversion: the next `to` belongs to the journey.
    private Expression end() {
        if (cursor.at(TokenKind.LEFT_PARENTHESIS)) {
            return new PrimaryParser(cursor).grouped(expressions);
        }
        Expression previous = cursor.atWords("previous") ? new PhraseParser(cursor, expressions).phrase() : null;
        return previous == null ? new Terms(cursor).path("an event, a place or a time") : previous;
    }
}
