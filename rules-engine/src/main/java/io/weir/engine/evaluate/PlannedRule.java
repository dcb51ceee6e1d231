package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.plan.RulePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule's revision as a release puts it in force. */
record PlannedRule(ArtifactId id, ArtifactState state, Planned planned) {

    /**
     * What the rule's text says among the names of an epoch.
     *
     * @param plan null where the text has mistakes then
     * @param problem why there is no plan
     * @param specHash 0 for a rule without a key
     */
    record Planned(
            @Nullable RulePlan plan, @Nullable String problem, long specHash, List<PlannedAggregate> aggregates) {

        static Planned broken(String problem) {
            return new Planned(null, problem, 0, List.of());
        }

        static Planned of(RulePlan plan, String tenant) {
            return new Planned(
                    plan,
                    null,
                    plan.key() == null ? 0 : KeyCodec.specHash(tenant, plan.key()),
                    plan.aggregates().stream().map(PlannedAggregate::of).toList());
        }
    }

    @Nullable
    RulePlan plan() {
        return planned.plan();
    }

    /** False for a rule in shadow. */
    boolean acts() {
        return state == ArtifactState.LIVE;
    }

    List<PlannedAggregate> aggregates() {
        return planned.aggregates();
    }
}
