package io.weir.dsl.check;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Operator;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a condition is true or false whatever the event. */
final class Truth {

    private Truth() {}

    /** Null where it depends on the event. */
    static @Nullable Boolean of(Expr expr, RuleContext rule) {
        if (expr instanceof Expr.Constant constant) {
            return constant.value() instanceof Boolean bool ? bool : null;
        } else if (expr instanceof Expr.LetOf let) {
            LetSymbol symbol = rule.let(let.name());
            return symbol == null || symbol.value() == null ? null : of(symbol.value(), rule);
        } else if (expr instanceof Expr.Not not) {
            Boolean operand = of(not.operand(), rule);
            return operand == null ? null : (Boolean) !operand;
        } else if (expr instanceof Expr.And and) {
            return all(and.operands(), true, rule);
        } else if (expr instanceof Expr.Or or) {
            return all(or.operands(), false, rule);
        } else if (expr instanceof Expr.IsMissing missing) {
            return missing.operand() instanceof Expr.Constant ? false : null;
        } else if (expr instanceof Expr.In in && in.operand() instanceof Expr.Constant operand) {
            return ((List<?>) in.list().value()).stream().anyMatch(entry -> isSame(operand.value(), entry));
        }
        return expr instanceof Expr.Binary binary && binary.operator().isComparison() ? compared(binary) : null;
    }

    // One of the other kind decides; of `and` that is a false one, of `or` a true one.
    private static @Nullable Boolean all(List<Expr> operands, boolean kind, RuleContext rule) {
        boolean known = true;
        for (Expr operand : operands) {
            Boolean truth = of(operand, rule);
            if (truth != null && truth != kind) {
                return !kind;
            }
            known &= truth != null;
        }
        return known ? (Boolean) kind : null;
    }

    private static @Nullable Boolean compared(Expr.Binary binary) {
        if (!(binary.left() instanceof Expr.Constant left) || !(binary.right() instanceof Expr.Constant right)) {
            return null;
        }
        Operator operator = binary.operator();
        if (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) {
            return isSame(left.value(), right.value()) == (operator == Operator.EQUAL);
        }
        BigDecimal one = number(left.value());
        BigDecimal other = number(right.value());
        return one == null || other == null ? null : (Boolean) holds(operator, one.compareTo(other));
    }

    private static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case LESS -> order < 0;
            default -> order <= 0;
        };
    }

    private static boolean isSame(Object one, Object other) {
        BigDecimal number = number(one);
        BigDecimal another = number(other);
        return number == null || another == null ? one.equals(other) : number.compareTo(another) == 0;
    }

    // Moneys that are compared are of one currency.
    private static @Nullable BigDecimal number(Object value) {
        if (value instanceof MoneyAmount money) {
            return money.amount();
        }
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}
