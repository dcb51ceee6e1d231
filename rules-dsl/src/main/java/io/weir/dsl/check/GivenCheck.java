package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Expression;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Checks {@code given last 20 Payment}: the key's events that a prompt sees. */
final class GivenCheck {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000);

    private final RuleContext rule;

    GivenCheck(RuleContext rule) {
        this.rule = rule;
    }

    AlertAction.@Nullable Context check(Action.Given given) {
        rule.requireKey(given.span());
        StreamSymbol stream = new CountedStream(rule).named(given.stream());
        boolean some = isSome(given.number());
        return stream == null || !some
                ? null
                : new AlertAction.Context(given.number().value().intValueExact(), stream.schema());
    }

    private boolean isSome(Expression.NumberLiteral number) {
        boolean some = number.value().signum() > 0 && number.value().compareTo(MOST) <= 0;
        if (!some) {
            rule.report(Code.GIVEN_TOO_MANY, number.span(), number.value().toPlainString());
        }
        return some;
    }
}
