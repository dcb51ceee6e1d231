package io.weir.dsl.check;

import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.Sequence;
import io.weir.dsl.syntax.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a sequence and what is asked of a whole match. */
final class MatchBody {

    private final RuleContext rule;
    private final TierCheck tiers;

    MatchBody(RuleContext rule, TierCheck tiers) {
        this.rule = rule;
        this.tiers = tiers;
    }

    /** Null where it has a mistake. */
    @Nullable
    RuleBody check(Body.Sequence source, Steps steps) {
        Sequence sequence = new SequenceCheck(rule, source, steps).check();
        rule.reach(Reach.ofMatch(steps));
        List<RuleBody.Tier> checked = tiers.check(source.tiers());
        return sequence == null || checked == null ? null : new RuleBody.Match(sequence, checked);
    }
}
