package io.weir.dsl.parse;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Token;
import io.weir.dsl.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions by precedence, loosest first: {@code or}, {@code and}, {@code not} and what follows, comparisons, sums, products, unary minus,
 * {@code else}.
 */
final class ExpressionParser {

    private final Cursor cursor;
    private final PrimaryParser primaries;
    private final ComparisonParser comparisons;
    private boolean withinIsTaken;
    private boolean commaIsTaken;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
        this.primaries = new PrimaryParser(cursor);
        this.comparisons = new ComparisonParser(cursor, this);
    }

    Expression expression() {
        return expression(false, false);
    }

    /** The condition behind the {@code where} of an aggregate. */
    Expression where() {
        return expression(withinIsTaken, commaIsTaken);
    }

    /** The condition behind the {@code where} of what has a {@code within} of its own. */
    Expression whereBeforeWithin() {
        return expression(true, commaIsTaken);
    }

    /** The value of a field, behind which a comma, a name and a colon are the next field. */
    Expression fieldValue() {
        return expression(false, true);
    }

    private Expression expression(boolean withinIsTaken, boolean commaIsTaken) {
        boolean withinOutside = this.withinIsTaken;
        boolean commaOutside = this.commaIsTaken;
        this.withinIsTaken = withinIsTaken;
        this.commaIsTaken = commaIsTaken;
        try {
            return cursor.nested(this::or);
        } finally {
            this.withinIsTaken = withinOutside;
            this.commaIsTaken = commaOutside;
        }
    }

    /** True where a {@code within} belongs to what surrounds the phrase at hand: parentheses keep it for the phrase. */
    boolean isWithinTaken() {
        return withinIsTaken;
    }

    /** True where inputs of a score could be taken for fields, unless parentheses keep them for the score. */
    boolean isCommaTaken() {
        return commaIsTaken;
    }

    /** The duration behind {@code within}, or null where the phrase at hand has none. */
    @Nullable
    Expression within() {
        return withinIsTaken || !cursor.takeIfWords("within") ? null : new Terms(cursor).duration();
    }

    private Expression or() {
        List<Expression> operands = operands("or", this::and);
        return operands.size() == 1
                ? operands.get(0)
                : new Expression.Or(
                        operands, operands.get(0).span().to(cursor.previous().span()));
    }

    private Expression and() {
        List<Expression> operands = operands("and", this::not);
        return operands.size() == 1
                ? operands.get(0)
                : new Expression.And(
                        operands, operands.get(0).span().to(cursor.previous().span()));
    }

    private List<Expression> operands(String word, Supplier<Expression> operand) {
        List<Expression> operands = new ArrayList<>();
        do {
            operands.add(operand.get());
        } while (cursor.takeIfWords(word));
        return operands;
    }

    private Expression not() {
        Token first = cursor.peek();
        if (FollowParser.beginsAt(cursor)) {
            return new FollowParser(cursor, this).follow();
        } else if (cursor.takeIfWords("not")) {
            Expression operand = cursor.nested(this::not);
            return new Expression.Not(operand, cursor.since(first));
        }
        return comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        Expression compared = comparisons.after(left, this::sum);
        if (compared == null) {
            return left;
        }
        Token next = cursor.peek();
        if (comparisons.after(compared, this::sum) != null) {
            cursor.report(Code.CHAINED_COMPARISON, next.span()).help("join two comparisons with 'and'");
        }
        return compared;
    }

    Expression sum() {
        return chain(this::product, this::sumOperator);
    }

    private Expression product() {
        return chain(this::signed, this::productOperator);
    }

    private Expression chain(Supplier<Expression> operand, Supplier<@Nullable Operator> operator) {
        Expression left = operand.get();
        for (Operator found = operator.get(); found != null; found = operator.get()) {
            cursor.link();
            Expression right = operand.get();
            left = new Expression.Binary(found, false, left, right, left.span().to(right.span()));
        }
        return left;
    }

    private @Nullable Operator sumOperator() {
        return cursor.takeIf(TokenKind.PLUS) ? Operator.ADD : cursor.takeIf(TokenKind.MINUS) ? Operator.SUBTRACT : null;
    }

    private @Nullable Operator productOperator() {
        return cursor.takeIf(TokenKind.STAR)
                ? Operator.MULTIPLY
                : cursor.takeIf(TokenKind.SLASH)
                        ? Operator.DIVIDE
                        : cursor.takeIf(TokenKind.PERCENT) ? Operator.REMAINDER : null;
    }

    private Expression signed() {
        Token first = cursor.peek();
        if (cursor.takeIf(TokenKind.MINUS)) {
            Expression operand = cursor.nested(this::signed);
            return new Expression.Negate(operand, cursor.since(first));
        }
        return orElse();
    }

    // The fallback may begin with a minus, although a minus binds less tightly than `else`.
    private Expression orElse() {
        Expression operand = primaries.primary(this);
        if (!cursor.takeIfWords("else")) {
            return operand;
        }
        Expression fallback = cursor.nested(this::signed);
        return new Expression.Else(operand, fallback, operand.span().to(fallback.span()));
    }
}
