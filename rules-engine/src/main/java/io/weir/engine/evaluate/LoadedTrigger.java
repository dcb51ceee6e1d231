package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream's events as the triggers of one rule. The filter is what the row alone decides, of the trigger's {@code where} and of a
 * sole condition; the rest is in the decision.
 */
final class LoadedTrigger {

    private final LoadedRule rule;
    private final EpochStream stream;
    private final List<Condition> filter;
    private final Decision decision;
    private final @Nullable StepEntries steps;

    LoadedTrigger(LoadedRule rule, int index, Named named) {
        RulePlan plan = rule.plan();
        this.rule = rule;
        stream = rule.parts().streams().get(index);
        StreamView view = new StreamView(stream.schema(), index);
        filter = filter(plan, index, view);
        ProgramBuilder program = new ProgramBuilder(view, named, rule.schemas());
        LoadedSequence sequence = rule.sequence();
        steps = sequence == null ? null : new StepEntries(plan, sequence.plan(), index, program);
        decision = new Decision(
                plan, program, conjunct -> sequence == null && Expressions.needsOnlyTheRow(conjunct, plan.lets()));
    }

    private static List<Condition> filter(RulePlan plan, int index, StreamView view) {
        if (plan.body() instanceof RuleBody.Match match) {
            return SequenceFilter.of(plan, match.sequence(), index, view);
        }
        List<Expr> conjuncts = new ArrayList<>();
        Expr where = plan.on().get(index).where();
        if (where != null) {
            conjuncts.addAll(Expressions.conjuncts(where));
        }
        if (plan.body() instanceof RuleBody.When && plan.tiers().size() == 1) {
            Expressions.conjuncts(plan.tiers().get(0).condition()).stream()
                    .filter(conjunct -> Expressions.needsOnlyTheRow(conjunct, plan.lets()))
                    .forEach(conjuncts::add);
        }
        return Condition.all(view, conjuncts, plan.lets());
    }

    LoadedRule rule() {
        return rule;
    }

    EpochStream stream() {
        return stream;
    }

    /** Whether it may send the event itself somewhere. */
    boolean passesOn() {
        return rule.plan().body() instanceof RuleBody.Route;
    }

    /** Nothing that it asks was true of a row. */
    void tookNone() {
        if (passesOn()) {
            rule.health().tookNoArm();
        }
    }

    /** What has to be true of the row, over the row alone. */
    List<Condition> filter() {
        return filter;
    }

    /** What the steps of its sequence ask; null where it has none. */
    @Nullable
    StepEntries steps() {
        return steps;
    }

    /** What else has to be true, and what then happens. */
    Decision decision() {
        return decision;
    }
}
