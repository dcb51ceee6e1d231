package io.weir.engine.naive;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregate says of values in the order of their events; missing ones have been left out.
 *
 * @param type the result's
 */
record Aggregation(AggregateFunction function, @Nullable BigDecimal rank, Type type) {

    @Nullable
    Object of(List<Object> values) {
        return switch (function) {
            case COUNT -> (long) values.size();
            case DISTINCT -> (long) distinct(values).size();
            case FIRST -> values.isEmpty() ? null : values.get(0);
            case LAST -> values.isEmpty() ? null : values.get(values.size() - 1);
            default -> isOfOneCurrency(values) ? computed(values) : null;
        };
    }

    private static List<Object> distinct(List<Object> values) {
        List<Object> different = new ArrayList<>();
        for (Object value : values) {
            if (different.stream().noneMatch(other -> Objects.equals(Values.compare(value, other), 0))) {
                different.add(value);
            }
        }
        return different;
    }

    // Mixed currencies make a sum missing; read so for whatever else compares or calculates.
    private static boolean isOfOneCurrency(List<Object> values) {
        return values.stream().allMatch(value -> Values.compare(value, values.get(0)) != null);
    }

    private @Nullable Object computed(List<Object> values) {
        if (function == AggregateFunction.SUM) {
            return typed(sum(values), values);
        } else if (values.isEmpty()) {
            return null;
        }
        return switch (function) {
            case AVERAGE -> average(values);
            case STDDEV -> values.size() < 2 ? null : stddev(values);
            case HIGHEST -> sorted(values).get(values.size() - 1);
            case LOWEST -> sorted(values).get(0);
            case MEDIAN -> nearest(values, BigDecimal.valueOf(50));
            default -> nearest(values, Objects.requireNonNull(rank));
        };
    }

    private static List<Object> sorted(List<Object> values) {
        List<Object> sorted = new ArrayList<>(values);
        sorted.sort((one, other) -> Objects.requireNonNull(Values.compare(one, other)));
        return sorted;
    }

    private static Object nearest(List<Object> values, BigDecimal rank) {
        int place = rank.multiply(BigDecimal.valueOf(values.size()))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
                .intValueExact();
        return sorted(values).get(Math.max(place, 1) - 1);
    }

    // Exact, floats too.
    private static BigDecimal sum(List<Object> values) {
        return values.stream().map(Aggregation::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Object value) {
        if (value instanceof MoneyAmount money) {
            return money.amount();
        } else if (value instanceof Double number) {
            return new BigDecimal(number);
        }
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
    }

    private @Nullable Object average(List<Object> values) {
        BigDecimal sum = sum(values);
        return type == Type.Scalar.FLOAT
                ? (Object) (sum.doubleValue() / values.size())
                : typed(sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128), values);
    }

    // The sample's: √((n Σx² − (Σx)²) / (n (n − 1))), exact up to the division and the root, each of 34 digits.
    private @Nullable Object stddev(List<Object> values) {
        BigDecimal n = BigDecimal.valueOf(values.size());
        BigDecimal sum = sum(values);
        BigDecimal squares = values.stream()
                .map(Aggregation::number)
                .map(x -> x.multiply(x))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal above = n.multiply(squares).subtract(sum.multiply(sum));
        BigDecimal variance = above.divide(n.multiply(n.subtract(BigDecimal.ONE)), MathContext.DECIMAL128);
        return typed(variance.sqrt(MathContext.DECIMAL128), values);
    }

    private @Nullable Object typed(BigDecimal number, List<Object> values) {
        if (type == Type.Scalar.INT) {
            return whole(number.toBigIntegerExact());
        } else if (type == Type.Scalar.FLOAT) {
            return number.doubleValue();
        } else if (type instanceof Type.Money money) {
            String fixed = money.currency() == null ? "" : money.currency();
            return new MoneyAmount(number, values.isEmpty() ? fixed : ((MoneyAmount) values.get(0)).currency());
        }
        return number;
    }

    private static long whole(BigInteger number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new Overflow(e);
        }
    }
}
