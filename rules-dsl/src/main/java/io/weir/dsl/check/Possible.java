package io.weir.dsl.check;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a value can still be after what was claimed of it. */
final class Possible {

    private final boolean whole;
    private final Set<Object> excluded = new HashSet<>();
    private @Nullable Set<Object> allowed;
    private @Nullable Bound low;
    private @Nullable Bound high;

    private record Bound(BigDecimal at, boolean included) {}

    private Possible(boolean whole) {
        this.whole = whole;
    }

    static Possible of(Expr subject) {
        return new Possible(subject.type() == Type.Scalar.INT);
    }

    /** Takes in what is claimed; true where nothing is left. */
    boolean narrow(Claim claim) {
        if (claim.operator() == Operator.EQUAL) {
            allow(claim.constants());
        } else if (claim.operator() == Operator.NOT_EQUAL) {
            excluded.addAll(claim.constants());
        } else {
            BigDecimal number = number(claim.constants().get(0));
            if (number != null) {
                bound(claim.operator(), number);
            }
        }
        return isNothing();
    }

    private void allow(List<Object> constants) {
        if (allowed == null) {
            allowed = new HashSet<>(constants);
        } else {
            allowed.retainAll(constants);
        }
    }

    private void bound(Operator operator, BigDecimal number) {
        boolean included = operator == Operator.AT_LEAST || operator == Operator.AT_MOST;
        if (operator == Operator.GREATER || operator == Operator.AT_LEAST) {
            Bound bound = low(number, included);
            low = low == null || isTighter(bound, low, 1) ? bound : low;
        } else {
            Bound bound = high(number, included);
            high = high == null || isTighter(bound, high, -1) ? bound : high;
        }
    }

    // More than 5 is at least 6 where it is whole.
    private Bound low(BigDecimal number, boolean included) {
        if (!whole) {
            return new Bound(number, included);
        }
        BigDecimal least = number.setScale(0, RoundingMode.CEILING);
        return new Bound(!included && least.compareTo(number) == 0 ? least.add(BigDecimal.ONE) : least, true);
    }

    private Bound high(BigDecimal number, boolean included) {
        if (!whole) {
            return new Bound(number, included);
        }
        BigDecimal most = number.setScale(0, RoundingMode.FLOOR);
        return new Bound(!included && most.compareTo(number) == 0 ? most.subtract(BigDecimal.ONE) : most, true);
    }

    private static boolean isTighter(Bound bound, Bound known, int direction) {
        int order = bound.at.compareTo(known.at) * direction;
        return order > 0 || (order == 0 && !bound.included);
    }

    private boolean isNothing() {
        if (allowed != null) {
            return allowed.stream().noneMatch(value -> !excluded.contains(value) && isBetween(value));
        } else if (low == null || high == null) {
            return false;
        }
        BigDecimal least = whole ? leastNotExcluded(low.at) : low.at;
        int order = least.compareTo(high.at);
        return order > 0 || (order == 0 && (!low.included || !high.included || isExcluded(least)));
    }

    private BigDecimal leastNotExcluded(BigDecimal from) {
        BigDecimal least = from;
        while (isExcluded(least)) {
            least = least.add(BigDecimal.ONE);
        }
        return least;
    }

    private boolean isExcluded(BigDecimal number) {
        return excluded.stream().map(Possible::number).anyMatch(other -> other != null && other.compareTo(number) == 0);
    }

    private boolean isBetween(Object value) {
        BigDecimal number = number(value);
        if (number == null) {
            return true;
        } else if (whole && number.scale() > 0) {
            return false;
        }
        int fromLow = low == null ? 1 : number.compareTo(low.at);
        int fromHigh = high == null ? -1 : number.compareTo(high.at);
        return (fromLow > 0 || (fromLow == 0 && low != null && low.included))
                && (fromHigh < 0 || (fromHigh == 0 && high != null && high.included));
    }

    // Two currencies never compare, so an amount that is asked for in both is impossible whatever the numbers say.
    private static @Nullable BigDecimal number(Object constant) {
        if (constant instanceof MoneyAmount money) {
            return money.amount();
        }
        return constant instanceof BigDecimal number ? number : null;
    }
}
