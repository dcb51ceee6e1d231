package io.weir.engine.evaluate;

import io.weir.dsl.plan.Action;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.EmitAction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a rule asks, and does if that is true, about the events of one stream or at a moment: all in one program. */
final class Decision {

    final Program program;
    private final List<Choice> choices = new ArrayList<>();

    /**
     * A tier, or an arm of a route.
     *
     * @param topic where the event itself goes; null for nowhere
     */
    record Choice(Program.Entry condition, @Nullable String topic, List<LoadedAction> actions) {}

    /** @param leftOut conjuncts of a sole condition that were found true already */
    Decision(RulePlan plan, ProgramBuilder builder, Predicate<Expr> leftOut) {
        RuleBody body = plan.body();
        if (body instanceof RuleBody.Route route) {
            List<LoadedAction> actions = actions(route.actions(), 0, builder);
            for (RuleBody.Arm arm : route.arms()) {
                choices.add(new Choice(builder.add(arm.condition()), arm.topic(), actions));
            }
        } else {
            addTiers(plan.tiers(), builder, leftOut);
        }
        program = builder.build();
    }

    private void addTiers(List<RuleBody.Tier> tiers, ProgramBuilder builder, Predicate<Expr> leftOut) {
        int alerts = 0;
        for (RuleBody.Tier tier : tiers) {
            Expr condition = tiers.size() > 1 ? tier.condition() : without(tier.condition(), leftOut);
            List<LoadedAction> actions = actions(tier.actions(), alerts, builder);
            choices.add(new Choice(builder.add(condition), null, actions));
            alerts += (int) actions.stream()
                    .filter(LoadedAction.Alerting.class::isInstance)
                    .count();
        }
    }

    private static Expr without(Expr condition, Predicate<Expr> leftOut) {
        return new Expr.And(Expressions.conjuncts(condition).stream()
                .filter(leftOut.negate())
                .toList());
    }

    private static List<LoadedAction> actions(List<Action> actions, int firstAlert, ProgramBuilder builder) {
        List<LoadedAction> loaded = new ArrayList<>();
        int alerts = firstAlert;
        for (Action action : actions) {
            if (action instanceof AlertAction alert) {
                loaded.add(new LoadedAction.Alerting(alerts++, alert, builder.add(alert.text())));
            } else if (action instanceof EmitAction emit) {
                List<Program.Entry> values = emit.fields().stream()
                        .map(field -> builder.add(field.value()))
                        .toList();
                loaded.add(new LoadedAction.Emitting(emit, values));
            }
        }
        return List.copyOf(loaded);
    }

    /** That of a tier. */
    Choice choice(int tier) {
        return choices.get(tier);
    }

    /** The first that is true of the row; null for none. Fails with {@link RuleFailure}. */
    @Nullable
    Choice choose(Row row) {
        program.begin(row);
        return choose();
    }

    /** The only one, whose condition was found true earlier. */
    Choice only() {
        return choices.get(0);
    }

    /** The same where the program has begun. */
    @Nullable
    Choice choose() {
        int tier = tier();
        return tier < 0 ? null : choices.get(tier);
    }

    /** Its place; -1 for none. */
    int tier() {
        for (int i = 0; i < choices.size(); i++) {
            if (program.test(choices.get(i).condition()) == 1) {
                return i;
            }
        }
        return -1;
    }
}
