package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Trend;
import io.weir.dsl.syntax.Expression;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks {@code amount increases 4 times in a row within 1 hour}. */
final class TrendCheck {

    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(1_000);

    private final RuleContext rule;

    TrendCheck(RuleContext rule) {
        this.rule = rule;
    }

    @Nullable
    Expr check(Expression.Trend source) {
        rule.requireKey(source.span());
        Expr operand = operand(source.operand());
        boolean counted = isCount(source.times());
        Duration within = null;
        if (source.within() != null) {
            within = new Literals(rule.problems()).window(source.within(), "what stands after 'within'");
            counted &= within != null;
        }
        return operand == null || !counted
                ? null
                : new Expr.TrendOf(rule.trend(new Trend(
                        source.increases(), operand, source.times().value().intValueExact(), within)));
    }

    private @Nullable Expr operand(Expression source) {
        Expr operand = new ExpressionCheck(rule, new TrendScope(rule)).check(source, ComparisonCheck::isOrdered);
        if (operand == null) {
            return null;
        } else if (!ComparisonCheck.isOrdered(operand.type())) {
            rule.report(Code.NOT_ORDERED, source.span(), Phrases.a(operand.type()))
                    .help("numbers, moneys, texts, times and durations have one");
            return null;
        }
        return Unfolding.inPlace(rule, source.span()).unfold(operand);
    }

    private boolean isCount(Expression.NumberLiteral times) {
        boolean right = times.value().signum() > 0 && times.value().compareTo(MOST_TIMES) <= 0;
        if (!right) {
            rule.report(Code.OUT_OF_RANGE, times.span(), times.value().toPlainString(), "1 to 1,000 times");
        }
        return right;
    }
}
