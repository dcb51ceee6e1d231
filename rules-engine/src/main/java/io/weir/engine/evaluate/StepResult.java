package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes aggregates of what a step's events have together. */
final class StepResult {

    private StepResult() {}

    /** The aggregate's value; null for a missing one. Fails with {@link RuleFailure}. */
    static @Nullable Object of(Expr.StepAggregate asked, StepTotal total) {
        return switch (asked.function()) {
            case COUNT -> total.count();
            case SUM -> total.count() == 0 ? emptySum(asked.type()) : typed(total.value(), asked.type());
            case AVERAGE -> total.count() == 0 ? null : average(total, asked.type());
            case HIGHEST, LOWEST, FIRST, LAST -> isMixed(total.value()) ? null : total.value();
            case DISTINCT -> distinct(total);
            case STDDEV -> deviation(total, asked.type());
            case MEDIAN, PERCENTILE -> ranked(total, asked.rank() == null ? Rank.MEDIAN : Rank.of(asked.rank()));
        };
    }

    static boolean isMixed(@Nullable Object value) {
        return value == StepTotal.MIXED;
    }

    private static Object emptySum(Type type) {
        return switch (Rep.of(type)) {
            case DECIMAL -> BigDecimal.ZERO;
            case MONEY -> new MoneyAmount(BigDecimal.ZERO, "");
            case DOUBLE -> 0.0;
            default -> 0L;
        };
    }

    private static @Nullable Object typed(@Nullable Object sum, Type type) {
        if (sum == null || isMixed(sum)) {
            return null;
        }
        return switch (Rep.of(type)) {
            case DOUBLE -> StepTotal.exact(sum).doubleValue();
            case LONG -> whole(sum);
            default -> sum;
        };
    }

    private static Object whole(Object sum) {
        if (sum instanceof Long) {
            return sum;
        } else if (((BigDecimal) sum).toBigInteger().bitLength() > 63) {
            throw new RuleFailure("a sum beyond 64 bits");
        }
        return ((BigDecimal) sum).longValueExact();
    }

    private static @Nullable Object average(StepTotal total, Type type) {
        Object sum = total.value();
        if (sum == null || isMixed(sum)) {
            return null;
        } else if (Rep.of(type) == Rep.DOUBLE) {
            return StepTotal.exact(sum).doubleValue() / total.count();
        }
        BigDecimal average = StepTotal.exact(sum).divide(BigDecimal.valueOf(total.count()), Decimals.DIVISION);
        return sum instanceof MoneyAmount money ? new MoneyAmount(average, money.currency()) : average;
    }

    private static Object distinct(StepTotal total) {
        Set<Object> different = new HashSet<>();
        values(total).forEach(value -> different.add(plain(value)));
        return (long) different.size();
    }

    private static Object plain(Object value) {
        if (value instanceof MoneyAmount money) {
            return new MoneyAmount((BigDecimal) plain(money.amount()), money.currency());
        } else if (value instanceof BigDecimal decimal) {
            return Decimals.plain(decimal);
        }
        return value instanceof Double number ? (Object) (number + 0.0) : value;
    }

    private static @Nullable Object ranked(StepTotal total, Rank rank) {
        List<Object> values = values(total);
        if (values.isEmpty() || isMixed(values)) {
            return null;
        }
        values.sort(StepTotal::compare);
        return values.get((int) rank.of(values.size()) - 1);
    }

    private static @Nullable Object deviation(StepTotal total, Type type) {
        List<Object> values = values(total);
        if (values.size() < 2 || isMixed(values)) {
            return null;
        }
        BigDecimal count = BigDecimal.valueOf(values.size());
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (Object value : values) {
            BigDecimal number = StepTotal.exact(value);
            sum = sum.add(number);
            squares = squares.add(number.multiply(number));
        }
        BigDecimal variance = squares.multiply(count)
                .subtract(sum.multiply(sum))
                .divide(count.multiply(count.subtract(BigDecimal.ONE)), Decimals.DIVISION);
        if (Rep.of(type) == Rep.DOUBLE) {
            return Math.sqrt(variance.doubleValue());
        }
        BigDecimal deviation = variance.sqrt(Decimals.DIVISION);
        return values.get(0) instanceof MoneyAmount money
                ? new MoneyAmount(deviation, money.currency())
                : (Object) deviation;
    }

    private static boolean isMixed(List<Object> values) {
        return values.get(0) instanceof MoneyAmount first
                && values.stream()
                        .anyMatch(value -> !((MoneyAmount) value).currency().equals(first.currency()));
    }

    private static List<Object> values(StepTotal total) {
        List<Object> values = new ArrayList<>();
        for (StepTotal each = total; each != null && each.value() != null; each = each.before()) {
            values.add(each.value());
        }
        return values;
    }
}
