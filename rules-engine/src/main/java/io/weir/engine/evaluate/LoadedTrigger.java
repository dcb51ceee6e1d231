package io.weir.engine.evaluate;

import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One stream's events as the triggers of one rule. The filter is what the row alone decides, of the trigger's {@code where} and the
 * rule's {@code when}; the rest of {@code when} and the alerts' texts are in the program.
 */
final class LoadedTrigger {

    private final LoadedRule rule;
    private final EpochStream stream;
    private final StreamView view;
    private final List<Condition> filter;
    private final Program program;
    private final Program.Entry when;
    private final List<Program.Entry> texts = new ArrayList<>();

    LoadedTrigger(LoadedRule rule, int index, Function<Score, ScoreCall.@Nullable LiveModel> models) {
        RulePlan plan = rule.plan();
        this.rule = rule;
        stream = rule.parts().streams().get(index);
        view = new StreamView(stream.schema(), index);
        filter = filter(plan, index);
        ProgramBuilder builder =
                new ProgramBuilder(view, plan.lets(), plan.aggregates().size(), plan.scores(), models);
        when = builder.add(new Expr.And(Expressions.conjuncts(plan.when()).stream()
                .filter(conjunct -> !Expressions.needsOnlyTheRow(conjunct, plan.lets()))
                .toList()));
        for (AlertAction action : plan.alerts()) {
            texts.add(builder.add(action.text()));
        }
        program = builder.build();
    }

    private List<Condition> filter(RulePlan plan, int index) {
        List<Expr> conjuncts = new ArrayList<>();
        Expr where = plan.on().get(index).where();
        if (where != null) {
            conjuncts.addAll(Expressions.conjuncts(where));
        }
        Expressions.conjuncts(plan.when()).stream()
                .filter(conjunct -> Expressions.needsOnlyTheRow(conjunct, plan.lets()))
                .forEach(conjuncts::add);
        return conjuncts.stream()
                .map(conjunct -> Condition.of(view, conjunct, plan.lets()))
                .toList();
    }

    LoadedRule rule() {
        return rule;
    }

    EpochStream stream() {
        return stream;
    }

    /** What has to be true of the row, over the row alone. */
    List<Condition> filter() {
        return filter;
    }

    Program program() {
        return program;
    }

    /** Whether the rest of the rule's condition is true too. Fails with {@link RuleFailure}. */
    boolean holds(Row row) {
        program.begin(row);
        return program.test(when) == 1;
    }

    /** An action's text, for the row at hand. */
    String text(int action) {
        Program.Entry entry = texts.get(action);
        program.run(entry);
        return program.frame.asText(entry.register());
    }
}
