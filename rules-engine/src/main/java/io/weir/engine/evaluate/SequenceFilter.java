package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Let;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which events of a stream a sequence has to see: strictly all of them, otherwise those that may fit some step. */
final class SequenceFilter {

    private static final Expr TRUE = new Expr.And(List.of());

    private SequenceFilter() {}

    static List<Condition> of(RulePlan rule, Sequence sequence, int index, StreamView view) {
        if (sequence.strictly()) {
            return List.of();
        }
        List<Expr> conjuncts = new ArrayList<>();
        Expr where = rule.on().get(index).where();
        if (where != null) {
            conjuncts.addAll(Expressions.conjuncts(where));
        }
        Expr anyStep = anyStep(sequence, index, rule.lets());
        if (anyStep != null) {
            conjuncts.add(anyStep);
        }
        return Condition.all(view, conjuncts, rule.lets());
    }

    /** Null where some step may fit any event, as far as the row alone says. */
    private static @Nullable Expr anyStep(Sequence sequence, int index, List<Let> lets) {
        List<Expr> steps = new ArrayList<>();
        for (Sequence.Step step : sequence.steps()) {
            if (step.streams().isEmpty() || step.streams().contains(index)) {
                Expr ofRow = step.where() == null ? TRUE : ofRow(step.where(), lets);
                if (ofRow.equals(TRUE)) {
                    return null;
                }
                steps.add(ofRow);
            }
        }
        return new Expr.Or(steps);
    }

    private static Expr ofRow(Expr where, List<Let> lets) {
        return new Expr.And(Expressions.conjuncts(where).stream()
                .filter(conjunct -> Expressions.needsOnlyTheRow(conjunct, lets))
                .toList());
    }
}
