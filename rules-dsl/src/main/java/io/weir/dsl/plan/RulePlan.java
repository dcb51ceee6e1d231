package io.weir.dsl.plan;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
        List<PreviousEvent> previous,
        List<Trend> trends,
        Timing timing,
        RuleBody body) {

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
        previous = List.copyOf(previous);
        trends = List.copyOf(trends);
    }

    /** The condition of a rule that has just one. */
    public Expr when() {
        if (body instanceof RuleBody.When when && when.tiers().size() == 1) {
            return when.tiers().get(0).condition();
        }
        throw new IllegalStateException("Rule '" + name + "' has more than a condition");
    }

    /** Whatever may happen when it fires, in the order of the text. */
    public List<Action> actions() {
        if (body instanceof RuleBody.Route route) {
            return route.actions();
        }
        List<RuleBody.Tier> tiers =
                body instanceof RuleBody.Match match ? match.tiers() : ((RuleBody.When) body).tiers();
        return tiers.stream().flatMap(tier -> tier.actions().stream()).toList();
    }

    /** The alerts among its actions. */
    public List<AlertAction> alerts() {
        return actions().stream()
                .filter(AlertAction.class::isInstance)
                .map(AlertAction.class::cast)
                .toList();
    }

    /** The topics of its own that it writes to. */
    public List<String> topics() {
        Stream<String> acted = actions().stream()
                .map(action -> action instanceof EmitAction emit ? emit.topic() : ((AlertAction) action).topic())
                .filter(Objects::nonNull);
        Stream<String> routed =
                body instanceof RuleBody.Route route ? route.arms().stream().map(RuleBody.Arm::topic) : Stream.of();
        return Stream.concat(routed, acted).distinct().toList();
    }
}
