package io.weir.engine.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule's revision with its parts found in the layout of a key's state, by their numbers.
 *
 * @param rule null where it is paused or could not be loaded
 * @param reads of each aggregate, by trigger; once for a rule that is evaluated at moments
 * @param previous of each event that it looks back at
 * @param given of what each alert gives to its prompt; -1 for nothing
 * @param seen of each stream that a timed rule reads
 * @param waiting of the events that wait for what follows; -1 for none
 * @param session -1 for none
 * @param sequence of the attempts at it; -1 for none
 */
record BoundRule(
        PlannedRule planned,
        @Nullable LoadedRule rule,
        Role role,
        List<List<KnownAggregate>> reads,
        int[] previous,
        int[] trends,
        int[] given,
        int[] seen,
        int waiting,
        int session,
        int sequence) {

    /** What is evaluated: null where it is paused, could not be loaded, or failed too often. */
    @Nullable
    LoadedRule live() {
        return rule == null || rule.health().isQuarantined() ? null : rule;
    }

    /** What is evaluated for that key: null also where the rule is for some of its keys, and not for that one. */
    @Nullable
    LoadedRule liveFor(@Nullable Key key) {
        Share share = planned.standing().share();
        return share == null || key == null || share.takes(key) ? live() : null;
    }
}
