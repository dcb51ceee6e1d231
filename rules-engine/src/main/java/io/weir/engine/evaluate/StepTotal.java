package io.weir.engine.evaluate;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.MoneyAmount;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregate knows of the events that a step has matched. It never changes, so attempts that part ways share it; the next
 * event makes the next one.
 *
 * @param count of the values
 * @param value as far as the function needs no more: the sum, the highest, the first …; of moneys in two currencies {@link #MIXED}.
 *     A place or a list is the only field of a row
 * @param before with all the values before, where the function needs each; the value is then the last one
 */
record StepTotal(
        long count, @Nullable Object value, @Nullable StepTotal before) {

    /** Stands for what moneys in several currencies have in common. */
    static final Object MIXED = new Object();

    static final StepTotal NOTHING = new StepTotal(0, null, null);

    /** Whether no less than all the values will do. */
    static boolean needsEach(AggregateFunction function) {
        return switch (function) {
            case STDDEV, DISTINCT, MEDIAN, PERCENTILE -> true;
            case COUNT, SUM, AVERAGE, HIGHEST, LOWEST, FIRST, LAST -> false;
        };
    }

    StepTotal with(AggregateFunction function, Object next) {
        Object known = value;
        if (needsEach(function)) {
            return new StepTotal(count + 1, next, this);
        }
        return new StepTotal(
                count + 1,
                switch (function) {
                    case COUNT -> null;
                    case FIRST -> known == null ? next : known;
                    case SUM, AVERAGE -> known == null ? widest(next) : sum(known, next);
                    case HIGHEST -> known == null ? next : further(known, next, 1);
                    case LOWEST -> known == null ? next : further(known, next, -1);
                    default -> next;
                },
                null);
    }

    /** Floats are summed exactly, as those of windows are. */
    private static Object widest(Object value) {
        return value instanceof Double number ? new BigDecimal(number) : value;
    }

    private static Object sum(Object sum, Object next) {
        if (sum instanceof MoneyAmount left && next instanceof MoneyAmount right) {
            return left.currency().equals(right.currency())
                    ? new MoneyAmount(left.amount().add(right.amount()), left.currency())
                    : MIXED;
        } else if (sum instanceof Long left && next instanceof Long right) {
            long total = left + right;
            boolean fits = ((left ^ total) & (right ^ total)) >= 0;
            return fits ? (Object) total : BigDecimal.valueOf(left).add(BigDecimal.valueOf(right));
        }
        return sum == MIXED ? MIXED : exact(sum).add(exact(next));
    }

    static BigDecimal exact(Object number) {
        if (number instanceof MoneyAmount money) {
            return money.amount();
        } else if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof Double floating ? new BigDecimal(floating) : BigDecimal.valueOf((Long) number);
    }

    private static Object further(Object best, Object next, int direction) {
        if (best == MIXED) {
            return best;
        } else if (best instanceof MoneyAmount left
                && next instanceof MoneyAmount right
                && !left.currency().equals(right.currency())) {
            return MIXED;
        }
        return compare(next, best) * direction > 0 ? next : best;
    }

    static int compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        } else if (left instanceof Double a && right instanceof Double b) {
            return Double.compare(a + 0.0, b + 0.0);
        }
        return exact(left).compareTo(exact(right));
    }

    /** Whether two attempts have come by the same total. */
    static boolean same(@Nullable StepTotal left, @Nullable StepTotal right) {
        return left == right
                || left != null
                        && right != null
                        && left.count == right.count
                        && left.before == right.before
                        && Objects.equals(left.value, right.value);
    }
}
