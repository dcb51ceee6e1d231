package io.weir.dsl.check;

import io.weir.dsl.plan.Action;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code when … then … otherwise when …}: what must be true, and what happens. Texts are looked at last, since they may show
 * what any tier asks for.
 */
final class TierCheck {

    static final Expr ALWAYS = new Expr.Constant(Type.Scalar.BOOL, true);

    private final RuleContext rule;
    private final ExpressionCheck expressions;
    private final Severity severity;

    /** The severity is that of alerts which say no other. */
    TierCheck(RuleContext rule, Severity severity) {
        this.rule = rule;
        this.expressions = new ExpressionCheck(rule, new TriggerScope(rule));
        this.severity = severity;
    }

    /** Null where one has a mistake. */
    @Nullable
    List<RuleBody.Tier> check(List<Body.Tier> tiers) {
        List<@Nullable Expr> conditions = new ArrayList<>();
        List<Supplier<List<Action>>> actions = new ArrayList<>();
        for (Body.Tier tier : tiers) {
            conditions.add(condition(tier.condition()));
            actions.add(begun(tier.actions()));
        }
        List<RuleBody.Tier> checked = new ArrayList<>();
        List<ReachLint.Part> parts = new ArrayList<>();
        for (int index = 0; index < tiers.size(); index++) {
            Expr condition = conditions.get(index);
            List<Action> then = actions.get(index).get();
            if (condition != null) {
                checked.add(new RuleBody.Tier(condition, then));
                parts.add(new ReachLint.Part(
                        tiers.get(index).span(), tiers.get(index).condition(), condition));
            }
        }
        rule.lint(new ReachLint(parts));
        if (checked.size() == 1 && parts.get(0).source() != null) {
            rule.lint(new AlwaysLint(parts.get(0).source(), checked.get(0)));
        }
        return checked.size() == tiers.size() && !tiers.isEmpty() ? checked : null;
    }

    /** What a {@code when} asks for; where none stands, nothing. */
    @Nullable
    Expr condition(@Nullable Expression condition) {
        return condition == null ? ALWAYS : expressions.condition(condition, "'when'");
    }

    /** An operand of the {@code and} of a {@code when}. */
    @Nullable
    Expr operand(Expression operand) {
        return expressions.condition(operand, "each side of 'and'");
    }

    /** The actions that have no mistake. */
    List<Action> actions(List<io.weir.dsl.syntax.Action> actions) {
        return begun(actions).get();
    }

    private Supplier<List<Action>> begun(List<io.weir.dsl.syntax.Action> actions) {
        ActionCheck check = new ActionCheck(rule);
        List<Supplier<@Nullable Action>> begun = new ArrayList<>();
        actions.forEach(action -> begun.add(check.begin(action, severity)));
        return () -> {
            List<Action> checked = new ArrayList<>();
            for (Supplier<@Nullable Action> action : begun) {
                Action done = action.get();
                if (done != null) {
                    checked.add(done);
                }
            }
            return checked;
        };
    }
}
