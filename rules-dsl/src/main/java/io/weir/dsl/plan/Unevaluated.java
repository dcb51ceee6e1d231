package io.weir.dsl.plan;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the language has and the engine of this version does not run: a rule with any of it is checked, but not published. */
public final class Unevaluated {

    private Unevaluated() {}

    /** The first such construct of a rule, in words; null where there is none. */
    public static @Nullable String in(RulePlan rule) {
        String shape = ofShape(rule);
        if (shape != null) {
            return shape;
        }
        return Stream.of(ofAggregates(rule), ofActions(rule), ofExpressions(rule))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String ofShape(RulePlan rule) {
        if (rule.timing() instanceof Timing.Every) {
            return "'every'";
        } else if (rule.timing() instanceof Timing.SessionEnd) {
            return "'at the end of each session'";
        } else if (rule.body() instanceof RuleBody.Match) {
            return "'sequence'";
        } else if (rule.body() instanceof RuleBody.Route) {
            return "'route'";
        } else if (rule.body() instanceof RuleBody.When when && when.follow() != null) {
            return when.follow().negated() ? "'not followed by'" : "'followed by'";
        } else if (rule.body() instanceof RuleBody.When when && when.tiers().size() > 1) {
            return "'otherwise'";
        } else if (rule.key() != null && !rule.key().elsewhere().isEmpty()) {
            return "a key of another name in another event";
        } else if (rule.on().stream().anyMatch(trigger -> trigger.stream().equals(BuiltIn.ALERT))) {
            return "a rule over alerts";
        }
        return rule.previous().isEmpty() ? rule.trends().isEmpty() ? null : "a trend" : "'previous'";
    }

    private static @Nullable String ofAggregates(RulePlan rule) {
        for (Aggregate aggregate : rule.aggregates()) {
            if (aggregate.window() instanceof Window.Session) {
                return "a window of a session";
            } else if (aggregate.stream().equals(BuiltIn.ALERT)) {
                return "an aggregate of alerts";
            }
        }
        return null;
    }

    private static @Nullable String ofActions(RulePlan rule) {
        if (rule.actions().stream().anyMatch(EmitAction.class::isInstance)) {
            return "'emit'";
        }
        return rule.alerts().stream().anyMatch(alert -> alert.given() != null) ? "'given last'" : null;
    }

    private static @Nullable String ofExpressions(RulePlan rule) {
        return RuleExpressions.all(rule)
                .map(Unevaluated::of)
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String of(Expr expr) {
        if (expr instanceof Expr.Lookup) {
            return "a look-up in a table";
        } else if (expr instanceof Expr.Convert) {
            return "the conversion of money";
        } else if (expr instanceof Expr.InPublished) {
            return "a list whose entries are published on their own";
        } else if (expr instanceof Expr.FieldOfEvent field && !(field.event() instanceof EventRef.Triggering)
                || expr instanceof Expr.EventOf) {
            return "a look at another event";
        }
        return null;
    }
}
