package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds steps that others leave no event for, and 'no' where nothing can come anyway. */
final class LoopCheck {

    private final RuleContext rule;
    private final Steps steps;
    private final boolean strictly;

    LoopCheck(RuleContext rule, Steps steps, boolean strictly) {
        this.rule = rule;
        this.steps = steps;
        this.strictly = strictly;
    }

    void check(List<Sequence.Step> planned) {
        for (int at = 1; at < planned.size(); at++) {
            if (strictly) {
                warnOfNo(planned, at);
            } else {
                starved(planned, at);
            }
        }
    }

    // Not strict, an event that fits the running loop stays in it, so a loop that takes all leaves none for the next
    // step.
    private void starved(List<Sequence.Step> planned, int at) {
        Sequence.Step step = planned.get(at);
        Sequence.Step loop = planned.get(at - 1);
        boolean endless = loop.most() == Sequence.Step.UNBOUNDED && !loop.forbidden() && !step.forbidden();
        if (endless && streams(loop).containsAll(streams(step)) && takesAllOf(loop.where(), step.where())) {
            rule.report(
                            Code.STEP_NEVER_MATCHES,
                            steps.get(at).source().name().span(),
                            step.name(),
                            "'" + loop.name() + "' before it takes every such event")
                    .help("an event that fits a running loop stays in it: say in its 'where' which ones it leaves");
        }
    }

    private static boolean takesAllOf(@Nullable Expr loop, @Nullable Expr step) {
        return loop == null
                || (step != null && !readsMatch(loop) && step.canonical().equals(loop.canonical()));
    }

    private static boolean readsMatch(Expr where) {
        return ExprParts.all(where)
                .anyMatch(part -> part instanceof Expr.FieldOfEvent || part instanceof Expr.StepAggregate);
    }

    private Set<Integer> streams(Sequence.Step step) {
        return step.streams().isEmpty()
                ? IntStream.range(0, rule.watched().size()).boxed().collect(Collectors.toSet())
                : new HashSet<>(step.streams());
    }

    private void warnOfNo(List<Sequence.Step> planned, int at) {
        if (planned.get(at).forbidden() && at < planned.size() - 1) {
            rule.lint((problems, checked) -> problems.report(
                            Code.NO_BETWEEN_STRICT_STEPS,
                            steps.get(at).source().span(),
                            steps.get(at).name())
                    .help("leave it out, or leave out 'strictly'"));
        }
    }
}
