package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Token;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what may be asked of a value: comparisons, membership, presence, tests of texts. */
final class ComparisonParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    ComparisonParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** What is asked of the value that was read, or null where nothing is. */
    @Nullable
    Expression after(Expression left, Supplier<Expression> operand) {
        Operator symbol = symbol();
        if (symbol != null) {
            return binary(symbol, false, left, operand);
        } else if (cursor.takeIfWords("is")) {
            return is(left, operand);
        } else if (cursor.takeIfWords("not", "in")) {
            return in(true, left);
        } else if (cursor.takeIfWords("not", "between")) {
            return between(true, left, operand);
        } else if (cursor.takeIfWords("in")) {
            return in(false, left);
        } else if (cursor.takeIfWords("between")) {
            return between(false, left, operand);
        }
        return phrase(left, operand);
    }

    private @Nullable Operator symbol() {
        Operator found = switch (cursor.peek().kind()) {
            case GREATER -> Operator.GREATER;
            case AT_LEAST -> Operator.AT_LEAST;
            case LESS -> Operator.LESS;
            case AT_MOST -> Operator.AT_MOST;
            case EQUAL -> Operator.EQUAL;
            case NOT_EQUAL -> Operator.NOT_EQUAL;
            default -> null;
        };
        if (found != null) {
            cursor.take();
        }
        return found;
    }

    private Expression is(Expression left, Supplier<Expression> operand) {
        Token verb = cursor.previous();
        Operator spoken = Spoken.operator(cursor);
        if (spoken != null) {
            cursor.take();
            cursor.take();
            cursor.report(Code.OTHER_SPELLING, cursor.since(verb), cursor.source(cursor.since(verb)))
                    .help("write '" + spoken.text() + "'")
                    .fix("Change to '" + spoken.text() + "'", cursor.since(verb), spoken.text());
            return binary(spoken, false, left, operand);
        }
        boolean negated = cursor.takeIfWords("not");
        if (cursor.takeIfWords("missing")) {
            return new Expression.Presence(
                    !negated, left, left.span().to(cursor.previous().span()));
        } else if (cursor.takeIfWords("present")) {
            return new Expression.Presence(
                    negated, left, left.span().to(cursor.previous().span()));
        } else if (cursor.takeIfWords("in")) {
            return in(negated, left);
        }
        return binary(negated ? Operator.NOT_EQUAL : Operator.EQUAL, false, left, operand);
    }

    private Expression in(boolean negated, Expression left) {
        Expression list = list();
        return new Expression.Membership(negated, left, list, left.span().to(list.span()));
    }

    private Expression list() {
        PrimaryParser primaries = new PrimaryParser(cursor);
        return switch (cursor.peek().kind()) {
            case AT -> primaries.listReference();
            case LEFT_BRACKET -> primaries.list();
            default -> new Terms(cursor).path("a list such as [\"DE\", \"FR\"], @name or a field that holds one");
        };
    }

    private Expression between(boolean negated, Expression left, Supplier<Expression> operand) {
        Expression low = operand.get();
        cursor.expectWord("and");
        Expression high = operand.get();
        return new Expression.Between(negated, left, low, high, left.span().to(high.span()));
    }

    private @Nullable Expression phrase(Expression left, Supplier<Expression> operand) {
        if (cursor.takeIfWords("contains")) {
            return binary(Operator.CONTAINS, false, left, operand);
        } else if (cursor.takeIfWords("starts", "with")) {
            return binary(Operator.STARTS_WITH, false, left, operand);
        } else if (cursor.takeIfWords("ends", "with")) {
            return binary(Operator.ENDS_WITH, false, left, operand);
        } else if (cursor.takeIfWords("matches")) {
            return binary(Operator.MATCHES, false, left, operand);
        } else if (cursor.takeIfWords("does", "not")) {
            return doesNot(left, operand);
        } else if (cursor.atWords("increases") || cursor.atWords("decreases")) {
            return trend(left);
        }
        return null;
    }

    private Expression trend(Expression left) {
        boolean increases = cursor.take().isWord("increases");
        Expression.NumberLiteral times = new Terms(cursor).wholeNumber("how many times, as in '3 times in a row'");
        cursor.expectWords("times", "in", "a", "row");
        Expression within = expressions.within();
        return new Expression.Trend(
                increases, left, times, within, left.span().to(cursor.previous().span()));
    }

    private Expression doesNot(Expression left, Supplier<Expression> operand) {
        if (cursor.takeIfWords("contain")) {
            return binary(Operator.CONTAINS, true, left, operand);
        } else if (cursor.takeIfWords("start", "with")) {
            return binary(Operator.STARTS_WITH, true, left, operand);
        } else if (cursor.takeIfWords("end", "with")) {
            return binary(Operator.ENDS_WITH, true, left, operand);
        } else if (cursor.takeIfWords("match")) {
            return binary(Operator.MATCHES, true, left, operand);
        }
        throw cursor.unexpected("'contain', 'start with', 'end with' or 'match'");
    }

    private static Expression binary(
            Operator operator, boolean negated, Expression left, Supplier<Expression> operand) {
        Expression right = operand.get();
        return new Expression.Binary(operator, negated, left, right, left.span().to(right.span()));
    }
}
