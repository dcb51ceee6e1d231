package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.syntax.RuleDefinition;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule that tests may be for.
 *
 * @param plan null where it has mistakes
 */
record TestedRule(RuleDefinition definition, @Nullable RulePlan plan) {

    /** Whether it has no mistakes and is triggered by one of those streams. */
    boolean isOn(Set<String> streams) {
        return plan != null
                && plan.on().stream()
                        .anyMatch(trigger -> streams.contains(trigger.stream().name()));
    }

    /** The plan with other entries in these lists; what the rule itself says has been checked and reported. */
    @Nullable
    RulePlan planWith(Names names, Map<String, ListPlan> lists) {
        return plan == null || lists.isEmpty()
                ? plan
                : new RuleCheck(new Problems("", ""), names.with(lists), definition).check();
    }
}
