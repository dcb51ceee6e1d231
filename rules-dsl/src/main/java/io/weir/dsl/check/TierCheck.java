package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Action;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@code when … then …}: what must be true, and what happens. */
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
        List<RuleBody.Tier> checked = new ArrayList<>();
        for (Body.Tier tier : tiers) {
            Expr condition = tier.condition() == null ? ALWAYS : expressions.condition(tier.condition(), "'when'");
            List<Action> actions = actions(tier.actions());
            if (condition != null) {
                checked.add(new RuleBody.Tier(condition, actions));
            }
        }
        return checked.size() == tiers.size() && !tiers.isEmpty() ? checked : null;
    }

    /** An operand of the {@code and} of a {@code when}. */
    @Nullable
    Expr operand(Expression operand) {
        return expressions.condition(operand, "each side of 'and'");
    }

    /** The actions that have no mistake. */
    List<Action> actions(List<io.weir.dsl.syntax.Action> sources) {
        ActionCheck check = new ActionCheck(rule);
        List<Action> actions = new ArrayList<>();
        for (io.weir.dsl.syntax.Action action : sources) {
            if (!(action instanceof io.weir.dsl.syntax.Action.Alert source)) {
                rule.report(Code.NOT_AVAILABLE, action.span(), "'emit'");
                continue;
            }
            AlertAction alert = check.alert(source, severity);
            if (alert != null) {
                actions.add(alert);
            }
        }
        return actions;
    }
}
