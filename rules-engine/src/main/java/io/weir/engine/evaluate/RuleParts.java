package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.plan.RulePlan;
import java.util.List;
import java.util.Map;

/**
 * All that a rule's programs are made of: equal parts, same programs.
 *
 * @param streams of the rule's {@code on}, in its order
 * @param followers the streams of what may follow, in the rule's order
 * @param models the live model artifact of each signature that it asks; none where none is live
 * @param prompts the revision of each prompt
 * @param reference what it reads besides events
 */
record RuleParts(
        ArtifactId rule,
        RulePlan plan,
        List<EpochStream> streams,
        List<EpochStream> followers,
        Map<String, ArtifactId> models,
        Map<String, Integer> prompts,
        Reference reference) {}
