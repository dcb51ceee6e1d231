package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Follow;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@code when … then … otherwise when …}, and the {@code followed by} that may stand in a single {@code when}. */
final class WhenBody {

    private final RuleContext rule;
    private final TierCheck tiers;

    WhenBody(RuleContext rule, TierCheck tiers) {
        this.rule = rule;
        this.tiers = tiers;
    }

    /** Null where it has a mistake. */
    @Nullable
    RuleBody check(Body.When when) {
        Body.Tier tier = when.tiers().isEmpty() ? null : when.tiers().get(0);
        List<Expression> operands = tier == null || tier.condition() == null ? List.of() : operands(tier.condition());
        boolean waits = operands.stream().anyMatch(Expression.Follow.class::isInstance);
        if (tier != null && waits && when.tiers().size() == 1 && !rule.isTimed()) {
            return waiting(tier, operands);
        }
        List<RuleBody.Tier> checked = tiers.check(when.tiers());
        return checked == null ? null : new RuleBody.When(checked, null);
    }

    private static List<Expression> operands(Expression condition) {
        Expression inner = ExpressionParts.ungrouped(condition);
        return inner instanceof Expression.And and
                ? and.operands().stream().map(ExpressionParts::ungrouped).toList()
                : List.of(inner);
    }

    private @Nullable RuleBody waiting(Body.Tier tier, List<Expression> operands) {
        Follow follow = null;
        List<Expr> others = new ArrayList<>();
        int asked = 0;
        int follows = 0;
        for (Expression operand : operands) {
            if (!(operand instanceof Expression.Follow source)) {
                Expr other = tiers.operand(operand);
                asked++;
                if (other != null) {
                    others.add(other);
                }
            } else if (follows++ == 0) {
                follow = new FollowCheck(rule).check(source);
            } else {
                rule.report(Code.CLAUSE_TWICE, source.span(), "'followed by'")
                        .help("a rule waits for one thing; 'followed by A or B' waits for either");
            }
        }
        if (rule.follower() != null) {
            rule.follower(rule.follower().inActions());
        }
        List<io.weir.dsl.plan.Action> actions = tiers.actions(tier.actions());
        return follow == null || others.size() < asked
                ? null
                : new RuleBody.When(List.of(new RuleBody.Tier(all(others), actions)), follow);
    }

    private static Expr all(List<Expr> conditions) {
        return conditions.isEmpty()
                ? TierCheck.ALWAYS
                : conditions.size() == 1 ? conditions.get(0) : new Expr.And(conditions);
    }
}
