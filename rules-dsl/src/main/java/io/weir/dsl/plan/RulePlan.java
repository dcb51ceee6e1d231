package io.weir.dsl.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked rule.
 *
 * @param slug the name in ids: lower case letters, digits and dashes
 * @param key null for a stateless rule
 */
public record RulePlan(
        String name,
        String slug,
        Severity severity,
        @Nullable String owner,
        @Nullable String because,
        List<String> tags,
        List<Trigger> on,
        @Nullable KeySpec key,
        List<Let> lets,
        List<Aggregate> aggregates,
        List<Score> scores,
        Expr when,
        List<AlertAction> actions) {

    /**
     * A stream whose events the rule looks at.
     *
     * @param alias the name by which the rule speaks of the event; the stream's own unless it gave one
     */
    public record Trigger(
            StreamSchema stream, String alias, @Nullable Expr where) {}

    public RulePlan {
        tags = List.copyOf(tags);
        on = List.copyOf(on);
        lets = List.copyOf(lets);
        aggregates = List.copyOf(aggregates);
        scores = List.copyOf(scores);
        actions = List.copyOf(actions);
    }
}
