package io.weir.dsl.check;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few conversions there are: int to decimal to float, and a probability is a float. */
final class Typing {

    private Typing() {}

    /** The type in which two numbers meet, or null where one is none. */
    static @Nullable Type common(Type left, Type right) {
        if (!left.isNumeric() || !right.isNumeric()) {
            return null;
        } else if (left == right) {
            return left;
        } else if (isFloat(left) || isFloat(right)) {
            return Type.Scalar.FLOAT;
        }
        return Type.Scalar.DECIMAL;
    }

    static boolean isFloat(Type type) {
        return type == Type.Scalar.FLOAT || type == Type.Scalar.PROBABILITY;
    }

    /** Whether a value of one type may stand where another is asked for. */
    static boolean fits(Type given, Type asked) {
        return asked.equals(given)
                || (isFloat(asked) && given.isNumeric())
                || (asked == Type.Scalar.DECIMAL && given == Type.Scalar.INT);
    }

    /** The value in that type; constants are converted here and now. */
    static Expr widen(Expr value, Type type) {
        if (value.type().equals(type) || (isFloat(value.type()) && isFloat(type))) {
            return value;
        } else if (value instanceof Expr.Constant constant) {
            return constant(constant, type);
        }
        return new Expr.Widen(value, type);
    }

    static Expr.Constant constant(Expr.Constant constant, Type type) {
        if (type instanceof Type.ListOf list && constant.value() instanceof List<?> entries) {
            List<Object> converted =
                    entries.stream().map(entry -> value(entry, list.element())).toList();
            return new Expr.Constant(type, converted);
        }
        return new Expr.Constant(type, value(constant.value(), type));
    }

    static Object value(Object value, Type type) {
        if (isFloat(type) && value instanceof Number number) {
            return number.doubleValue();
        } else if (type == Type.Scalar.DECIMAL && value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        return value;
    }
}
