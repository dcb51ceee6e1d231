package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.plan.RulePlan;
import org.jspecify.annotations.Nullable;

/**
 * A rule's revision as a release puts it in force.
 *
 * @param plan null where the text has mistakes in that epoch
 * @param problem why there is no plan
 */
record PlannedRule(
        ArtifactId id,
        ArtifactState state,
        @Nullable RulePlan plan,
        @Nullable String problem) {}
