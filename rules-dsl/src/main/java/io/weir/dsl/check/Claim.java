package io.weir.dsl.check;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a condition says of a value, as far as it compares it with what is written out.
 *
 * @param operator how it compares; {@code EQUAL} to one of them, {@code NOT_EQUAL} to any, otherwise to the only one
 * @param constants numbers as {@code BigDecimal}, so that 1 is 1.0
 */
record Claim(Expr subject, Operator operator, List<Object> constants) {

    static @Nullable Claim of(Expr part) {
        if (part instanceof Expr.Not not && not.operand() instanceof Expr.In in) {
            return claim(in.operand(), Operator.NOT_EQUAL, in.list());
        } else if (part instanceof Expr.In in) {
            return claim(in.operand(), Operator.EQUAL, in.list());
        }
        return part instanceof Expr.Binary binary && binary.operator().isComparison() ? of(binary) : null;
    }

    private static @Nullable Claim of(Expr.Binary binary) {
        if (binary.right() instanceof Expr.Constant constant) {
            return claim(binary.left(), binary.operator(), constant);
        }
        return binary.left() instanceof Expr.Constant constant
                ? claim(binary.right(), turned(binary.operator()), constant)
                : null;
    }

    private static @Nullable Claim claim(Expr subject, Operator operator, Expr.Constant constant) {
        Expr inner = subject instanceof Expr.Widen widen ? widen.operand() : subject;
        boolean isEquality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (inner instanceof Expr.Constant || (inner.type() == Type.Scalar.TEXT && !isEquality)) {
            return null;
        }
        List<?> values = constant.value() instanceof List<?> list ? list : List.of(constant.value());
        return new Claim(inner, operator, values.stream().map(Claim::comparable).toList());
    }

    private static Object comparable(Object value) {
        if (value instanceof MoneyAmount money) {
            return new MoneyAmount(money.amount().stripTrailingZeros(), money.currency());
        } else if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        return value;
    }

    private static Operator turned(Operator operator) {
        return switch (operator) {
            case GREATER -> Operator.LESS;
            case AT_LEAST -> Operator.AT_MOST;
            case LESS -> Operator.GREATER;
            case AT_MOST -> Operator.AT_LEAST;
            default -> operator;
        };
    }
}
