package io.weir.engine.evaluate;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.MoneyAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What aggregates are, computed anew from all values: in the textbook's words, with lists and BigDecimal. */
final class NaiveAggregate {

    private NaiveAggregate() {}

    /**
     * @param values of the events in their order, null for one that has none
     * @param zero the type's, as an empty sum is
     */
    static @Nullable Object value(
            AggregateFunction function, BigDecimal rank, List<? extends @Nullable Object> values, Object zero) {
        List<Object> present = values.stream()
                .filter(value -> value != null)
                .map(value -> (Object) value)
                .toList();
        int n = present.size();
        return switch (function) {
            case COUNT -> (long) values.size();
            case DISTINCT ->
                present.stream().map(NaiveAggregate::plain).distinct().count();
            case SUM -> n == 0 ? zero : together(function, rank, present);
            case FIRST -> n == 0 ? null : plain(present.get(0));
            case LAST -> n == 0 ? null : plain(present.get(n - 1));
            case STDDEV -> n < 2 ? null : together(function, rank, present);
            case AVERAGE, HIGHEST, LOWEST, MEDIAN, PERCENTILE -> n == 0 ? null : together(function, rank, present);
        };
    }

    private static @Nullable Object together(AggregateFunction function, BigDecimal rank, List<Object> present) {
        if (present.get(0) instanceof MoneyAmount first) {
            boolean mixed = present.stream()
                    .anyMatch(value -> !((MoneyAmount) value).currency().equals(first.currency()));
            return mixed ? null : new MoneyAmount(plain(number(function, rank, present)), first.currency());
        } else if (present.get(0) instanceof Double) {
            return switch (function) {
                case AVERAGE -> sum(present).doubleValue() / present.size();
                case STDDEV -> Math.sqrt(variance(present).doubleValue());
                default -> number(function, rank, present).doubleValue();
            };
        }
        BigDecimal number = number(function, rank, present);
        boolean whole = present.get(0) instanceof Long
                && function != AggregateFunction.AVERAGE
                && function != AggregateFunction.STDDEV;
        return whole ? (Object) number.longValueExact() : plain(number);
    }

    private static BigDecimal number(AggregateFunction function, BigDecimal rank, List<Object> present) {
        List<BigDecimal> sorted = present.stream()
                .map(NaiveAggregate::exact)
                .sorted(Comparator.naturalOrder())
                .toList();
        int n = sorted.size();
        return switch (function) {
            case SUM -> sum(present);
            case AVERAGE -> sum(present).divide(BigDecimal.valueOf(n), MathContext.DECIMAL128);
            case STDDEV -> variance(present).sqrt(MathContext.DECIMAL128);
            case LOWEST -> sorted.get(0);
            case HIGHEST -> sorted.get(n - 1);
            default ->
                sorted.get(rank.multiply(BigDecimal.valueOf(n))
                                .movePointLeft(2)
                                .setScale(0, RoundingMode.CEILING)
                                .intValueExact()
                        - 1);
        };
    }

    private static BigDecimal sum(List<Object> present) {
        return present.stream().map(NaiveAggregate::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal variance(List<Object> present) {
        BigDecimal n = BigDecimal.valueOf(present.size());
        BigDecimal sum = sum(present);
        BigDecimal squares =
                present.stream().map(value -> exact(value).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return n.multiply(squares)
                .subtract(sum.pow(2))
                .divide(n.multiply(n.subtract(BigDecimal.ONE)), MathContext.DECIMAL128);
    }

    private static BigDecimal exact(Object value) {
        if (value instanceof MoneyAmount money) {
            return money.amount();
        } else if (value instanceof Double number) {
            return new BigDecimal(number);
        }
        return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Long) value);
    }

    /** Equal for equal numbers. */
    static Object plain(Object value) {
        if (value instanceof BigDecimal decimal) {
            return plain(decimal);
        } else if (value instanceof MoneyAmount money) {
            return new MoneyAmount(plain(money.amount()), money.currency());
        }
        return value instanceof Double number ? (Object) (number + 0.0) : value;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return stripped.scale() < 0 ? new BigDecimal(stripped.toBigIntegerExact(), 0) : stripped;
    }

    /** A sum beyond 64 bits has no value. */
    static boolean overflows(AggregateFunction function, List<? extends @Nullable Object> values) {
        BigInteger sum = BigInteger.ZERO;
        for (Object value : values) {
            sum = value instanceof Long number ? sum.add(BigInteger.valueOf(number)) : sum;
        }
        return function == AggregateFunction.SUM && sum.bitLength() > 63;
    }
}
