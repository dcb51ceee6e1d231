package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import io.weir.dsl.syntax.WindowClause;
import org.jspecify.annotations.Nullable;

/** Reads {@code sum of amount where … over the last 5 minutes}. Its words are soft: alone they are names. */
final class AggregateParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final Terms terms;

    AggregateParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.terms = new Terms(cursor);
    }

    /** An aggregate, or null where the word at hand begins none. */
    @Nullable
    Expression aggregation() {
        boolean approximate = cursor.atWords("approximate");
        for (AggregateFunction function : AggregateFunction.values()) {
            if (begins(function, approximate ? 1 : 0)) {
                return aggregation(function, approximate);
            }
        }
        return null;
    }

    private boolean begins(AggregateFunction function, int at) {
        if (!isWord(at, function.text())) {
            return false;
        }
        return switch (function) {
            case COUNT, SUM, AVERAGE, STDDEV, MEDIAN -> isWord(at + 1, "of");
            case PERCENTILE -> cursor.peek(at + 1).is(TokenKind.NUMBER);
            case HIGHEST, LOWEST, DISTINCT, FIRST, LAST -> isWord(at + 1, "of") || atOperand(at + 1);
        };
    }

    private boolean isWord(int ahead, String word) {
        return cursor.peek(ahead).isWord(word) && !cursor.atStep(ahead);
    }

    // After `highest` stands what is looked at; anything else makes `highest` a name.
    private boolean atOperand(int ahead) {
        return cursor.peek(ahead).is(TokenKind.LEFT_PARENTHESIS) || cursor.isPlainName(ahead);
    }

    private Expression aggregation(AggregateFunction function, boolean approximate) {
        Token first = cursor.take();
        if (approximate) {
            cursor.take();
        }
        Expression.NumberLiteral rank =
                function == AggregateFunction.PERCENTILE ? Terms.literal(cursor.expect(TokenKind.NUMBER)) : null;
        of(function);
        Expression operand = operand(function);
        Expression where = cursor.takeIfWords("where") ? expressions.where() : null;
        WindowClause window = window();
        return new Expression.Aggregation(function, approximate, rank, operand, where, window, cursor.since(first));
    }

    private void of(AggregateFunction function) {
        Token of = cursor.peek();
        switch (function) {
            case COUNT, SUM, AVERAGE, STDDEV, MEDIAN, PERCENTILE -> cursor.expectWord("of");
            case HIGHEST, LOWEST, DISTINCT, FIRST, LAST -> {
                if (cursor.takeIfWords("of")) {
                    cursor.report(Code.OTHER_SPELLING, of.span(), function.text() + " of")
                            .help("write '" + function.text() + "' without 'of'")
                            .fix("Leave out 'of'", of.span(), "");
                }
            }
        }
    }

    private Expression operand(AggregateFunction function) {
        if (function == AggregateFunction.COUNT) {
            return terms.path("an event");
        } else if (cursor.at(TokenKind.LEFT_PARENTHESIS)) {
            return new PrimaryParser(cursor).grouped(expressions);
        }
        return new PrimaryParser(cursor).converted(terms.path("a field"));
    }

    private @Nullable WindowClause window() {
        Token first = cursor.peek();
        if (cursor.atWords("within") && !expressions.isWithinTaken()) {
            return within(first);
        } else if (!cursor.takeIfWords("over")) {
            return null;
        }
        cursor.expectWord("the");
        if (cursor.takeIfWords("session")) {
            return new WindowClause.Session(cursor.since(first));
        } else if (!cursor.atWords("last") && !cursor.atWords("previous")) {
            throw cursor.unexpected("'last', 'previous' or 'session'");
        }
        boolean includesCurrent = cursor.take().isWord("last");
        if (cursor.at(TokenKind.NUMBER) && cursor.peek(1).isWord("events")) {
            Expression.NumberLiteral number = terms.wholeNumber("a whole number");
            cursor.take();
            return new WindowClause.Events(includesCurrent, number, cursor.since(first));
        }
        return new WindowClause.Time(includesCurrent, terms.duration(), cursor.since(first));
    }

    private WindowClause within(Token first) {
        cursor.report(Code.OTHER_SPELLING, first.span(), "within")
                .help("an aggregate looks 'over the last' or 'over the previous' so much time")
                .fix("Change to 'over the last'", first.span(), "over the last");
        cursor.take();
        return new WindowClause.Time(true, terms.duration(), cursor.since(first));
    }
}
