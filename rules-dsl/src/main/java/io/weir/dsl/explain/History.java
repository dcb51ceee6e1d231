package io.weir.dsl.explain;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Let;
import io.weir.dsl.plan.PreviousEvent;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Trend;
import io.weir.dsl.plan.Window;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a rule looks back on, in words. */
final class History {

    private final RulePlan rule;
    private final Sentence sentence;

    History(RulePlan rule, Sentence sentence) {
        this.rule = rule;
        this.sentence = sentence;
    }

    String words(Aggregate aggregate) {
        return "the " + (aggregate.approximate() ? "approximate " : "") + function(aggregate) + " " + counted(aggregate)
                + " over the " + words(aggregate.window());
    }

    private static String words(Window window) {
        if (window instanceof Window.Time time) {
            return (time.includesCurrent() ? "last " : "previous ") + Constants.duration(time.length());
        } else if (window instanceof Window.Events events) {
            return (events.includesCurrent() ? "last " : "previous ")
                    + events.count()
                    + (events.count() == 1 ? " event" : " events");
        }
        return "session";
    }

    private String function(Aggregate aggregate) {
        Expr operand = aggregate.operand();
        return function(
                aggregate.function(), aggregate.rank(), operand == null ? "" : " " + sentence.ofOneEvent(operand));
    }

    private static String function(AggregateFunction function, @Nullable BigDecimal rank, String of) {
        return switch (function) {
            case COUNT -> "count of";
            case SUM -> "sum of" + of + " of";
            case AVERAGE -> "average of" + of + " of";
            case HIGHEST -> "highest" + of + " of";
            case LOWEST -> "lowest" + of + " of";
            case STDDEV -> "standard deviation of" + of + " of";
            case DISTINCT -> "number of different" + of + " of";
            case FIRST -> "first" + of + " of";
            case LAST -> "last" + of + " of";
            case MEDIAN -> "median of" + of + " of";
            case PERCENTILE -> "percentile " + rank(rank) + " of" + of + " of";
        };
    }

    private static String rank(@Nullable BigDecimal rank) {
        return rank == null ? "" : rank.stripTrailingZeros().toPlainString();
    }

    /** Which events an aggregate counts. */
    String counted(Aggregate aggregate) {
        String stream = aggregate.stream().name();
        Expr where = aggregate.where();
        return where == null ? stream : stream + " where " + sentence.ofOneEvent(where);
    }

    String words(PreviousEvent previous) {
        String event = previous.stream() == null ? "event" : previous.stream().name();
        return "the previous " + event
                + (previous.within() == null ? "" : " within " + Constants.duration(previous.within()));
    }

    String words(Trend trend) {
        return sentence.part(trend.operand()) + (trend.increases() ? " increases " : " decreases ") + trend.times()
                + " times in a row"
                + (trend.within() == null ? "" : " within " + Constants.duration(trend.within()));
    }

    /** A field of an event that is not the one at hand: as the author says it, where the event has a name. */
    String field(Expr.FieldOfEvent field) {
        String name = name(field.event());
        return name == null
                ? field.field().name() + " of " + words(field.event(), field.streamName())
                : name + "." + field.field().name();
    }

    private @Nullable String name(EventRef event) {
        if (event instanceof EventRef.OfStep of && rule.body() instanceof RuleBody.Match match) {
            return (of.first() ? "first " : "")
                    + match.sequence().steps().get(of.step()).name();
        } else if (event instanceof EventRef.Previous) {
            return rule.lets().stream()
                    .filter(let -> let.value() instanceof Expr.EventOf named
                            && named.event().equals(event))
                    .map(Let::name)
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    /** What the events that a sequence's step matched have together. */
    String words(Expr.StepAggregate aggregate) {
        Expr operand = aggregate.operand();
        String where = aggregate.where() == null ? "" : " where " + sentence.ofOneEvent(aggregate.where());
        return "the "
                + function(
                        aggregate.function(),
                        aggregate.rank(),
                        operand == null ? "" : " " + sentence.ofOneEvent(operand))
                + " " + step(aggregate.step()) + where;
    }

    private String step(int index) {
        return rule.body() instanceof RuleBody.Match match
                ? match.sequence().steps().get(index).name()
                : "step " + (index + 1);
    }

    /** An event that is not the one at hand. */
    String words(EventRef event, String stream) {
        if (event instanceof EventRef.Previous previous) {
            return words(rule.previous().get(previous.index()));
        } else if (event instanceof EventRef.Triggering) {
            return "the triggering " + stream;
        } else if (event instanceof EventRef.OfStep step) {
            return "the " + (step.first() ? "first " : "last ") + step(step.step());
        }
        return event instanceof EventRef.Before ? "the event before" : "the " + stream + " that follows";
    }
}
