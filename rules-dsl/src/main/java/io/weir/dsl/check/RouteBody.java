package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Action;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@code route to … when … otherwise to …}: where an event goes, and what else happens then. */
final class RouteBody {

    private final RuleContext rule;
    private final TierCheck tiers;

    RouteBody(RuleContext rule, TierCheck tiers) {
        this.rule = rule;
        this.tiers = tiers;
    }

    /** Null where it has a mistake. */
    @Nullable
    RuleBody check(Body.Route route) {
        List<RuleBody.Arm> arms = new ArrayList<>();
        List<ReachLint.Part> parts = new ArrayList<>();
        for (Body.Arm arm : route.arms()) {
            Expr condition = tiers.condition(arm.condition());
            if (isRight(arm.topic()) && condition != null) {
                arms.add(new RuleBody.Arm(arm.topic().value(), condition));
                parts.add(new ReachLint.Part(arm.span(), arm.condition(), condition));
            }
        }
        List<Action> actions = tiers.actions(route.actions());
        rule.lint(new ReachLint(parts));
        rule.lint(new RouteLint(keyword(route), route.arms(), arms));
        return arms.isEmpty() || arms.size() < route.arms().size() ? null : new RuleBody.Route(arms, actions);
    }

    private static Span keyword(Body.Route route) {
        int start = route.span().start();
        return new Span(start, start + "route".length());
    }

    private boolean isRight(Expression.TextLiteral topic) {
        return new TopicCheck(rule.problems()).check(topic) && isElsewhere(topic);
    }

    private boolean isElsewhere(Expression.TextLiteral topic) {
        Watched source = rule.watched().stream()
                .filter(watched -> watched.stream().schema().topic().equals(topic.value()))
                .findFirst()
                .orElse(null);
        if (source != null) {
            rule.report(Code.ROUTED_IN_A_CIRCLE, topic.span(), source.stream().name(), topic.value())
                    .help("name another topic; an event that shall stay where it is needs no route");
        }
        return source == null;
    }
}
