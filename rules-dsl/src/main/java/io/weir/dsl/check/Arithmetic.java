package io.weir.dsl.check;

import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Type;
import org.jspecify.annotations.Nullable;

/** What can be calculated with what. */
final class Arithmetic {

    private static final Type DURATION = Type.Scalar.DURATION;
    private static final Type TIMESTAMP = Type.Scalar.TIMESTAMP;

    private Arithmetic() {}

    /** The types that the operands are widened to, and the result's. */
    record Signature(Type left, Type right, Type result) {}

    static @Nullable Signature of(Operator operator, Type left, Type right) {
        Type common = Typing.common(left, right);
        if (common != null) {
            return numbers(operator, common);
        } else if (left instanceof Type.Money || right instanceof Type.Money) {
            return money(operator, left, right);
        }
        return times(operator, left, right);
    }

    private static Signature numbers(Operator operator, Type common) {
        Type type = common == Type.Scalar.PROBABILITY ? Type.Scalar.FLOAT : common;
        if (operator == Operator.DIVIDE && type == Type.Scalar.INT) {
            return same(Type.Scalar.DECIMAL);
        }
        return same(type);
    }

    private static @Nullable Signature money(Operator operator, Type left, Type right) {
        boolean both = left instanceof Type.Money && right instanceof Type.Money;
        return switch (operator) {
            case ADD, SUBTRACT -> both ? new Signature(left, right, known(left, right)) : null;
            case MULTIPLY ->
                isExact(right)
                        ? new Signature(left, Type.Scalar.DECIMAL, left)
                        : isExact(left) ? new Signature(Type.Scalar.DECIMAL, right, right) : null;
            case DIVIDE ->
                both
                        ? new Signature(left, right, Type.Scalar.DECIMAL)
                        : isExact(right) ? new Signature(left, Type.Scalar.DECIMAL, left) : null;
            default -> null;
        };
    }

    // Where one currency is known, the result is in it or missing.
    private static Type known(Type left, Type right) {
        return ((Type.Money) left).currency() == null ? right : left;
    }

    private static boolean isExact(Type type) {
        return type == Type.Scalar.INT || type == Type.Scalar.DECIMAL;
    }

    private static @Nullable Signature times(Operator operator, Type left, Type right) {
        boolean durations = left == DURATION && right == DURATION;
        return switch (operator) {
            case ADD ->
                durations
                        ? same(DURATION)
                        : (left == TIMESTAMP && right == DURATION) || (left == DURATION && right == TIMESTAMP)
                                ? new Signature(left, right, TIMESTAMP)
                                : null;
            case SUBTRACT ->
                durations || (left == TIMESTAMP && right == TIMESTAMP)
                        ? new Signature(left, right, DURATION)
                        : left == TIMESTAMP && right == DURATION ? new Signature(left, right, TIMESTAMP) : null;
            case MULTIPLY ->
                (left == DURATION && right == Type.Scalar.INT) || (left == Type.Scalar.INT && right == DURATION)
                        ? new Signature(left, right, DURATION)
                        : null;
            default -> null;
        };
    }

    private static Signature same(Type type) {
        return new Signature(type, type, type);
    }
}
