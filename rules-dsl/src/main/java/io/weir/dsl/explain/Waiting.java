package io.weir.dsl.explain;

import io.weir.dsl.plan.EmitAction;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.Follow;
import io.weir.dsl.plan.Let;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Sequence;
import io.weir.dsl.plan.Template;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule keeps of the events of a key while it waits for the next one.
 *
 * @param events which they are
 * @param bytes for each of them: its time, and the fields that are asked for later
 * @param length how long each is kept; null where only their number is bounded
 * @param most how many are kept; 0 where only their age is bounded
 */
public record Waiting(String events, int bytes, @Nullable Duration length, int most) {

    /** Null for a rule that waits for nothing. */
    static @Nullable Waiting of(RulePlan rule) {
        if (rule.body() instanceof RuleBody.Match match) {
            return ofMatch(rule, match.sequence());
        }
        Follow follow = rule.body() instanceof RuleBody.When when ? when.follow() : null;
        return follow == null
                ? null
                : new Waiting(
                        "event that waits",
                        StateCost.of(fields(rule, follow.where()).values()),
                        follow.within(),
                        0);
    }

    private static Waiting ofMatch(RulePlan rule, Sequence sequence) {
        int most = sequence.steps().stream().anyMatch(step -> step.most() == Sequence.Step.UNBOUNDED)
                ? 0
                : sequence.steps().stream()
                        .filter(step -> !step.forbidden())
                        .mapToInt(Sequence.Step::most)
                        .sum();
        boolean bounded = sequence.strictly() && most > 0;
        return new Waiting(
                "event of a match that is not whole yet",
                StateCost.of(fields(rule, null).values()),
                sequence.within(),
                bounded ? most : 0);
    }

    // Where a match or a deadline is reported later, its texts are about an event that has passed.
    private static Map<String, Expr> fields(RulePlan rule, @Nullable Expr where) {
        boolean late = !(rule.body() instanceof RuleBody.Match match)
                || match.sequence()
                        .steps()
                        .get(match.sequence().steps().size() - 1)
                        .forbidden();
        Map<String, Expr> fields = new HashMap<>();
        Stream.concat(asked(rule), Stream.of(where).filter(Objects::nonNull))
                .flatMap(ExprParts::all)
                .forEach(part -> {
                    if (part instanceof Expr.FieldOfEvent field && isKept(field.event())) {
                        fields.put(field.field().name(), field);
                    } else if (part instanceof Expr.StepAggregate aggregate) {
                        ExprParts.of(aggregate).stream().flatMap(ExprParts::all).forEach(one -> put(fields, one));
                    }
                });
        if (late) {
            shown(rule).flatMap(ExprParts::all).forEach(part -> put(fields, part));
        }
        return fields;
    }

    private static void put(Map<String, Expr> fields, Expr part) {
        if (part instanceof Expr.FieldOf field) {
            fields.put(field.field().name(), field);
        }
    }

    private static boolean isKept(EventRef event) {
        return event instanceof EventRef.OfStep
                || event instanceof EventRef.Before
                || event instanceof EventRef.Triggering;
    }

    private static Stream<Expr> asked(RulePlan rule) {
        Stream<Expr> steps = rule.body() instanceof RuleBody.Match match
                ? match.sequence().steps().stream().map(Sequence.Step::where).filter(Objects::nonNull)
                : Stream.of();
        Stream<Expr> tiers = rule.body() instanceof RuleBody.Match match
                ? match.tiers().stream().map(RuleBody.Tier::condition)
                : Stream.of();
        return Stream.of(steps, tiers, rule.lets().stream().map(Let::value), shown(rule))
                .flatMap(each -> each);
    }

    private static Stream<Expr> shown(RulePlan rule) {
        Stream<Expr> texts = rule.alerts().stream()
                .flatMap(alert -> alert.text().parts().stream())
                .filter(Template.Value.class::isInstance)
                .map(part -> ((Template.Value) part).value());
        Stream<Expr> emitted = rule.actions().stream()
                .filter(EmitAction.class::isInstance)
                .flatMap(action -> ((EmitAction) action).fields().stream())
                .map(EmitAction.Field::value);
        return Stream.concat(texts, emitted);
    }

    /** How long, or how many, in words. */
    String bound() {
        return Stream.of(
                        length == null ? null : "of the last " + Constants.duration(length),
                        most == 0 ? null : "at most " + most)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** The bytes where so many events wait, as far as they may. */
    long bytes(int waiting) {
        return (long) bytes * (most == 0 ? waiting : Math.min(waiting, most));
    }
}
