package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** Turns what may stand in a list into a constant. */
final class LiteralCheck {

    private final Literals literals;

    LiteralCheck(Problems problems) {
        this.literals = new Literals(problems);
    }

    /** Null where it is no literal, or not a right one; the latter is reported. */
    Expr.@Nullable Constant constant(Expression expression) {
        if (expression instanceof Expression.TextLiteral text) {
            return new Expr.Constant(Type.Scalar.TEXT, text.value());
        } else if (expression instanceof Expression.BoolLiteral bool) {
            return new Expr.Constant(Type.Scalar.BOOL, bool.value());
        } else if (expression instanceof Expression.TimestampLiteral timestamp) {
            return literals.timestamp(timestamp);
        } else if (expression instanceof Expression.Negate negate) {
            return number(negate.operand(), true);
        }
        return number(expression, false);
    }

    private Expr.@Nullable Constant number(Expression expression, boolean negative) {
        if (expression instanceof Expression.NumberLiteral number) {
            return literals.number(number, negative ? number.value().negate() : number.value());
        } else if (expression instanceof Expression.MoneyLiteral money) {
            return literals.money(money, negative ? money.amount().negate() : money.amount());
        } else if (expression instanceof Expression.Quantity quantity) {
            return literals.quantity(quantity, negative ? quantity.number().negate() : quantity.number());
        }
        return null;
    }

    /** A number without a unit or a currency, a minus before it allowed. */
    static boolean isPlainNumber(Expression expression) {
        return expression instanceof Expression.NumberLiteral
                || (expression instanceof Expression.Negate negate
                        && negate.operand() instanceof Expression.NumberLiteral);
    }

    static boolean isNumber(Expression expression) {
        return expression instanceof Expression.NumberLiteral
                || expression instanceof Expression.MoneyLiteral
                || expression instanceof Expression.Quantity;
    }
}
