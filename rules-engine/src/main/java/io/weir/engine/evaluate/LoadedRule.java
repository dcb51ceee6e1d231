package io.weir.engine.evaluate;

import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A rule's revision with its programs: one trigger for each stream of its {@code on}. */
final class LoadedRule {

    private final RuleParts parts;
    private final RuleHealth health;
    private final List<LoadedTrigger> triggers = new ArrayList<>();
    private final long[] throttles;

    LoadedRule(RuleParts parts, RuleHealth health, Function<Score, ScoreCall.@Nullable LiveModel> models) {
        this.parts = parts;
        this.health = health;
        List<AlertAction> actions = parts.plan().alerts();
        throttles = new long[actions.size()];
        for (int i = 0; i < throttles.length; i++) {
            throttles[i] = Throttle.name(parts.plan().slug(), i);
        }
        for (int i = 0; i < parts.streams().size(); i++) {
            triggers.add(new LoadedTrigger(this, i, models));
        }
    }

    RuleParts parts() {
        return parts;
    }

    RulePlan plan() {
        return parts.plan();
    }

    RuleHealth health() {
        return health;
    }

    LoadedTrigger trigger(int index) {
        return triggers.get(index);
    }

    List<LoadedTrigger> triggers() {
        return triggers;
    }

    /** The name of an action's throttle; it outlives the revision. */
    long throttle(int action) {
        return throttles[action];
    }
}
