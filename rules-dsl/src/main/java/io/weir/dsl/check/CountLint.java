package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Type;
import io.weir.dsl.plan.Window;
import io.weir.dsl.syntax.Body;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Warns where a count is compared with a number that it can never, or cannot but, reach. */
record CountLint(Span span, Expr compared) implements Lint {

    /** What a count can be; null for no end. */
    private record Range(BigDecimal least, @Nullable BigDecimal most) {}

    @Override
    public void report(Problems problems, RuleContext rule) {
        if (!(compared instanceof Expr.Binary comparison)
                || !comparison.operator().isComparison()) {
            return;
        }
        Range left = range(rule, comparison.left());
        Range right = range(rule, comparison.right());
        if (left != null && number(comparison.right()) != null) {
            report(problems, left, comparison.operator(), number(comparison.right()));
        } else if (right != null && number(comparison.left()) != null) {
            report(problems, right, turned(comparison.operator()), number(comparison.left()));
        }
    }

    private void report(Problems problems, Range range, Operator operator, @Nullable BigDecimal number) {
        if (number == null) {
            return;
        }
        boolean reachesLeast = range.least.compareTo(number) >= 0;
        boolean belowLeast = range.least.compareTo(number) > 0;
        boolean reachesMost = range.most != null && range.most.compareTo(number) <= 0;
        boolean aboveMost = range.most != null && range.most.compareTo(number) < 0;
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        boolean never = switch (operator) {
            case GREATER -> reachesMost;
            case AT_LEAST -> aboveMost;
            case LESS -> reachesLeast;
            case AT_MOST -> belowLeast;
            case EQUAL -> belowLeast || aboveMost || !whole;
            default -> false;
        };
        boolean always = switch (operator) {
            case GREATER -> belowLeast;
            case AT_LEAST -> reachesLeast;
            case LESS -> aboveMost;
            case AT_MOST -> reachesMost;
            case NOT_EQUAL -> belowLeast || aboveMost || !whole;
            default -> false;
        };
        if (never || always) {
            problems.report(never ? Code.NEVER_TRUE : Code.ALWAYS_TRUE, span).help(help(range));
        }
    }

    private static String help(Range range) {
        String least = range.least.signum() == 0
                ? "a count is 0 or more"
                : "the event at hand is counted too, so this is 1 or more";
        return range.most == null
                ? least
                : least + ", and of a window of " + range.most + " events never more than that";
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

    private static @Nullable BigDecimal number(Expr expr) {
        if (!(expr instanceof Expr.Constant constant) || !constant.type().isNumeric()) {
            return null;
        }
        return constant.value() instanceof BigDecimal decimal
                ? decimal
                : new BigDecimal(constant.value().toString());
    }

    private static @Nullable Range range(RuleContext rule, Expr expr) {
        Expr value = expr instanceof Expr.Widen widen ? widen.operand() : expr;
        while (value instanceof Expr.LetOf let) {
            LetSymbol symbol = rule.let(let.name());
            value = symbol == null ? null : symbol.value();
        }
        if (!(value instanceof Expr.AggregateOf of) || of.type() != Type.Scalar.INT) {
            return null;
        }
        Aggregate aggregate = rule.aggregates().get(of.index());
        boolean counts = aggregate.function() == AggregateFunction.COUNT;
        if (!counts && aggregate.function() != AggregateFunction.DISTINCT) {
            return null;
        }
        BigDecimal most =
                aggregate.window() instanceof Window.Events window ? BigDecimal.valueOf(window.count()) : null;
        return new Range(counts && countsOwn(rule, aggregate) ? BigDecimal.ONE : BigDecimal.ZERO, most);
    }

    // Whether the event that the rule looks at is certainly among those that are counted.
    private static boolean countsOwn(RuleContext rule, Aggregate aggregate) {
        boolean included = aggregate.window() instanceof Window.Time time && time.includesCurrent()
                || aggregate.window() instanceof Window.Events events && events.includesCurrent();
        return included
                && aggregate.where() == null
                && !rule.isTimed()
                && rule.definition().body() instanceof Body.When
                && rule.watched().size() == 1
                && rule.watched().get(0).stream()
                        .name()
                        .equals(aggregate.stream().name());
    }
}
