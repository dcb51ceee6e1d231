package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import org.jspecify.annotations.Nullable;

/** Reads {@code more than 10 Login where … within 5 minutes}, {@code at least 3 different country of Payment within 1 hour}. */
final class TallyParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final Terms terms;

    TallyParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.terms = new Terms(cursor);
    }

    /** A tally, or null where the words at hand begin none. */
    @Nullable
    Expression tally() {
        Operator operator = operator();
        return operator == null ? null : tally(operator);
    }

    private @Nullable Operator operator() {
        if (cursor.atWords("more", "than") || cursor.atWords("less", "than") || cursor.atWords("fewer", "than")) {
            return cursor.atWords("more") ? Operator.GREATER : Operator.LESS;
        } else if (cursor.atWords("at", "least") && cursor.peek(2).is(TokenKind.NUMBER)) {
            return Operator.AT_LEAST;
        }
        return cursor.atWords("exactly") && cursor.peek(1).is(TokenKind.NUMBER) ? Operator.EQUAL : null;
    }

    private Expression tally(Operator operator) {
        Token first = cursor.take();
        if (first.isWord("less")) {
            cursor.report(Code.OTHER_SPELLING, first.span(), "less than")
                    .help("events are counted with 'fewer than'")
                    .fix("Change to 'fewer'", first.span(), "fewer");
        }
        if (operator != Operator.EQUAL) {
            cursor.take();
        }
        Expression.NumberLiteral number = terms.wholeNumber("a whole number");
        Expression.Path different = different();
        Name stream = cursor.name("an event");
        Expression where = cursor.takeIfWords("where") ? expressions.whereBeforeWithin() : null;
        cursor.expectWord("within");
        return new Expression.Tally(operator, number, different, stream, where, terms.duration(), cursor.since(first));
    }

    private Expression.@Nullable Path different() {
        if (!cursor.atWords("different") || !cursor.isPlainName(1)) {
            return null;
        }
        cursor.take();
        Expression.Path path = terms.path("a field");
        cursor.expectWord("of");
        return path;
    }
}
