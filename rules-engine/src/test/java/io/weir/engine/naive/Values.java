package io.weir.engine.naive;

import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the operators say of two values that are both there. A result that is null is missing. */
final class Values {

    private Values() {}

    /** Null for moneys of different currencies; zero of an empty sum is of any. */
    static @Nullable Integer compare(Object left, Object right) {
        if (left instanceof MoneyAmount one && right instanceof MoneyAmount other) {
            return currency(one, other) == null ? null : (Integer) one.amount().compareTo(other.amount());
        } else if (left instanceof String one && right instanceof String other) {
            return compareCodePoints(one, other);
        } else if (left instanceof Double || right instanceof Double) {
            return Double.compare(((Number) left).doubleValue() + 0.0, ((Number) right).doubleValue() + 0.0);
        } else if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.compareTo(other);
        } else if (left instanceof Long one && right instanceof Long other) {
            return one.compareTo(other);
        }
        return left.equals(right) ? 0 : 1;
    }

    private static int compareCodePoints(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        return java.util.Arrays.compare(left, right);
    }

    /** The currency of both; null where they differ. */
    static @Nullable String currency(MoneyAmount one, MoneyAmount other) {
        if (one.currency().isEmpty()) {
            return other.currency();
        }
        return other.currency().isEmpty() || other.currency().equals(one.currency()) ? one.currency() : null;
    }

    static @Nullable Object binary(Operator operator, Object left, Object right, Type type) {
        if (operator.isComparison()) {
            Integer order = compare(left, right);
            return order == null ? null : isTrue(operator, order);
        } else if (!operator.isArithmetic()) {
            return text(operator, (String) left, (String) right);
        }
        try {
            return arithmetic(operator, left, right, type);
        } catch (ArithmeticException e) {
            throw new Overflow(e);
        }
    }

    private static boolean isTrue(Operator operator, int order) {
        return switch (operator) {
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            default -> throw new IllegalArgumentException(operator.text());
        };
    }

    // `matches` is read as Flink SQL's REGEXP and CEL's matches: somewhere in the text, not all of it.
    private static boolean text(Operator operator, String left, String right) {
        return switch (operator) {
            case CONTAINS -> left.contains(right);
            case STARTS_WITH -> left.startsWith(right);
            case ENDS_WITH -> left.endsWith(right);
            case MATCHES -> Pattern.compile(right).matcher(left).find();
            default -> throw new IllegalArgumentException(operator.text());
        };
    }

    private static @Nullable Object arithmetic(Operator operator, Object left, Object right, Type type) {
        if (left instanceof MoneyAmount || right instanceof MoneyAmount) {
            return money(operator, left, right);
        } else if (left instanceof Long one && right instanceof Long other) {
            return ints(operator, one, other);
        } else if (left instanceof Double one && right instanceof Double other) {
            return floats(operator, one, other);
        }
        return decimals(operator, (BigDecimal) left, (BigDecimal) right);
    }

    private static @Nullable Long ints(Operator operator, long left, long right) {
        return switch (operator) {
            case ADD -> (Long) Math.addExact(left, right);
            case SUBTRACT -> (Long) Math.subtractExact(left, right);
            case MULTIPLY -> (Long) Math.multiplyExact(left, right);
            case REMAINDER -> right == 0 ? null : (Long) (left % right);
            default -> throw new IllegalArgumentException("ints are divided as decimals");
        };
    }

    private static @Nullable Double floats(Operator operator, double left, double right) {
        return switch (operator) {
            case ADD -> (Double) (left + right);
            case SUBTRACT -> (Double) (left - right);
            case MULTIPLY -> (Double) (left * right);
            case DIVIDE -> right == 0 ? null : (Double) (left / right);
            default -> right == 0 ? null : (Double) (left % right);
        };
    }

    private static @Nullable BigDecimal decimals(Operator operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            case DIVIDE -> right.signum() == 0 ? null : left.divide(right, MathContext.DECIMAL128);
            default -> right.signum() == 0 ? null : left.remainder(right);
        };
    }

    private static @Nullable Object money(Operator operator, Object left, Object right) {
        if (left instanceof MoneyAmount one && right instanceof MoneyAmount other) {
            String currency = currency(one, other);
            BigDecimal result = currency == null ? null : decimals(operator, one.amount(), other.amount());
            return result == null || currency == null
                    ? null
                    : operator == Operator.DIVIDE ? (Object) result : new MoneyAmount(result, currency);
        } else if (left instanceof MoneyAmount money) {
            return inCurrency(decimals(operator, money.amount(), (BigDecimal) right), money);
        }
        MoneyAmount money = (MoneyAmount) right;
        return inCurrency(decimals(operator, (BigDecimal) left, money.amount()), money);
    }

    private static @Nullable MoneyAmount inCurrency(@Nullable BigDecimal amount, MoneyAmount money) {
        return amount == null ? null : new MoneyAmount(amount, money.currency());
    }

    static Object negated(Object value) {
        try {
            if (value instanceof MoneyAmount money) {
                return new MoneyAmount(money.amount().negate(), money.currency());
            } else if (value instanceof BigDecimal decimal) {
                return decimal.negate();
            }
            return value instanceof Double number ? (Object) (-number) : (Object) Math.negateExact((Long) value);
        } catch (ArithmeticException e) {
            throw new Overflow(e);
        }
    }

    /** An int as a decimal or a float, a decimal as a float, a money as its number; a list's entries one by one. */
    static Object widened(Object value, Type type) {
        if (value instanceof List<?> list && type instanceof Type.ListOf of) {
            return list.stream().map(entry -> widened(entry, of.element())).toList();
        }
        Object number = value instanceof MoneyAmount money ? money.amount() : value;
        if (type == Type.Scalar.DECIMAL) {
            return number instanceof Long whole ? BigDecimal.valueOf(whole) : number;
        } else if (type == Type.Scalar.FLOAT || type == Type.Scalar.PROBABILITY) {
            return ((Number) number).doubleValue();
        }
        return number;
    }

    /** Kleene: true where one is the same, missing where none is but one cannot be compared. */
    static @Nullable Boolean isAmong(Object value, List<?> entries) {
        boolean unknown = false;
        for (Object entry : entries) {
            Integer order = compare(value, entry);
            if (order == null) {
                unknown = true;
            } else if (order == 0) {
                return true;
            }
        }
        return unknown ? null : (Boolean) false;
    }
}
