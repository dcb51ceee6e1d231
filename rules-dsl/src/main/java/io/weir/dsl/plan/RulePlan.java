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
        return tiers().stream().flatMap(tier -> tier.actions().stream()).toList();
    }

    /** The alerts among its actions. */
    public List<AlertAction> alerts() {
        return actions().stream()
                .filter(AlertAction.class::isInstance)
                .map(AlertAction.class::cast)
                .toList();
    }

    /** Whatever it asks of an event, in the order of the text; one that is always true is among them. */
    public List<Expr> conditions() {
        if (body instanceof RuleBody.Route route) {
            return route.arms().stream().map(RuleBody.Arm::condition).toList();
        }
        return tiers().stream().map(RuleBody.Tier::condition).toList();
    }

    /** Its tiers, of which the first true one acts; a route has arms instead. */
    public List<RuleBody.Tier> tiers() {
        return body instanceof RuleBody.Match match ? match.tiers() : ((RuleBody.When) body).tiers();
    }

    /** The topics of its own that it writes to. */
    public List<String> topics() {
        Stream<String> alerted = alerts().stream().map(AlertAction::topic).filter(Objects::nonNull);
        return Stream.concat(eventTopics().stream(), alerted).distinct().toList();
    }

    /** The topics that it sends events to: those it makes, and those it passes on. */
    public List<String> eventTopics() {
        Stream<String> routed =
                body instanceof RuleBody.Route route ? route.arms().stream().map(RuleBody.Arm::topic) : Stream.of();
        Stream<String> emitted =
                actions().stream().filter(EmitAction.class::isInstance).map(action -> ((EmitAction) action).topic());
        return Stream.concat(routed, emitted).distinct().toList();
    }
}
