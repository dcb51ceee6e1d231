package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.syntax.Expression;

/** Warns of a rule that sends an alert for every event. One that only emits may well do so: it makes other events of them. */
record AlwaysLint(Expression source, RuleBody.Tier tier) implements Lint {

    @Override
    public void report(Problems problems, RuleContext rule) {
        boolean alerts = tier.actions().stream().anyMatch(AlertAction.class::isInstance);
        boolean ofEachEvent = rule.definition().trigger() == null;
        if (alerts && ofEachEvent && Boolean.TRUE.equals(Truth.of(tier.condition(), rule))) {
            problems.report(Code.DECIDES_NOTHING, source.span(), "it is always true")
                    .help("every event is an alert; ask for what makes it one");
        }
    }
}
