package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Sequence;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a step: how often it may match, and what its condition asks of what came before. */
final class StepCheck {

    private static final int MOST_TIMES = 1_000;

    private final RuleContext rule;
    private final Steps steps;
    private final StepSymbol step;
    private final boolean strictly;

    StepCheck(RuleContext rule, Steps steps, StepSymbol step, boolean strictly) {
        this.rule = rule;
        this.steps = steps;
        this.step = step;
        this.strictly = strictly;
    }

    /** Null where it has a mistake. */
    Sequence.@Nullable Step check() {
        Expression where = step.source().where();
        boolean counted = isQuantified();
        Expr condition = where == null ? null : condition(where);
        if (!counted || step.streams().isEmpty() || (where != null && condition == null)) {
            return null;
        } else if (where != null && condition != null && isNever(where, condition)) {
            return null;
        }
        return new Sequence.Step(
                step.name(),
                step.least(),
                step.most(),
                step.forbidden(),
                step.source().stream() == null
                        ? List.of()
                        : step.streams().stream().map(Watched::index).toList(),
                condition);
    }

    private @Nullable Expr condition(Expression where) {
        StepScope scope = new StepScope(rule, Reach.of(steps, step));
        return new ExpressionCheck(rule, scope).condition(where, "what stands after 'where'");
    }

    private boolean isQuantified() {
        Body.Quantifier quantifier = step.source().quantifier();
        if (quantifier == null) {
            return true;
        } else if (step.forbidden()) {
            rule.report(Code.NO_WITH_QUANTIFIER, quantifier.span(), step.name())
                    .help("one such event is as forbidden as many")
                    .fix("Leave it out", quantifier.span(), "");
            return false;
        }
        return isPossible(quantifier) && isWithinLimits(quantifier);
    }

    private boolean isPossible(Body.Quantifier quantifier) {
        Integer most = quantifier.most();
        boolean possible = most == null || (most >= quantifier.least() && most > 0);
        if (!possible && most != null) {
            rule.report(
                            Code.STRANGE_QUANTIFIER,
                            quantifier.span(),
                            most == 0
                                    ? "no event at all"
                                    : "at least " + quantifier.least() + " events and at most " + most)
                    .help("write {2} for two events, {2,} for two or more, {2,5} for two to five");
        }
        return possible;
    }

    private boolean isWithinLimits(Body.Quantifier quantifier) {
        Integer most = quantifier.most();
        boolean within = quantifier.least() <= MOST_TIMES && (most == null || most <= MOST_TIMES);
        if (!within) {
            rule.report(Code.TOO_MANY_TIMES, quantifier.span())
                    .help("count that many with an aggregate, such as 'count of " + anEvent()
                            + " over the last 1 hour' in 'when'");
        }
        return within;
    }

    private String anEvent() {
        return step.streams().isEmpty()
                ? "Payment"
                : step.streams().get(0).stream().name();
    }

    private boolean isNever(Expression where, Expr condition) {
        String why = !strictly && step.index() == 0 && new Contradiction(rule).needsBefore(condition)
                ? "nothing has matched before the first step"
                : new Contradiction(rule).isIn(condition) ? "no event is all of this at once" : null;
        if (why != null) {
            rule.report(Code.STEP_NEVER_MATCHES, where.span(), step.name(), why);
        }
        return why != null;
    }
}
