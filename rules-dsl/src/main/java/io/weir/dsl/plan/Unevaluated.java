package io.weir.dsl.plan;

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
        return ofAggregates(rule);
    }

    private static @Nullable String ofShape(RulePlan rule) {
        return rule.on().stream().anyMatch(trigger -> trigger.stream().equals(BuiltIn.ALERT))
                ? "a rule over alerts"
                : null;
    }

    private static @Nullable String ofAggregates(RulePlan rule) {
        for (Aggregate aggregate : rule.aggregates()) {
            if (aggregate.stream().equals(BuiltIn.ALERT)) {
                return "an aggregate of alerts";
            }
        }
        return null;
    }
}
