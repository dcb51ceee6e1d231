package io.weir.engine.evaluate;

import io.weir.dsl.plan.Let;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Score;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a rule may refer to by its place: each is computed once an event, when it is first asked for.
 *
 * @param aggregates how many
 * @param trends how many
 * @param models the live model that a score asks; null while none is
 * @param reference what they read besides events
 */
record Named(
        List<Let> lets,
        int aggregates,
        List<Score> scores,
        int trends,
        Function<Score, ScoreCall.@Nullable LiveModel> models,
        Reference reference) {

    /** Of expressions over a row alone. */
    static final Named NOTHING = new Named(List.of(), 0, List.of(), 0, any -> null, Reference.NONE);

    Named reading(Reference other) {
        return new Named(lets, aggregates, scores, trends, models, other);
    }

    static Named of(RulePlan plan, Function<Score, ScoreCall.@Nullable LiveModel> models, Reference reference) {
        return new Named(
                plan.lets(),
                plan.aggregates().size(),
                plan.scores(),
                plan.trends().size(),
                models,
                reference);
    }
}
