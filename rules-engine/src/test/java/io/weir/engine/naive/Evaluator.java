package io.weir.engine.naive;

import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.PreviousEvent;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Score;
import io.weir.dsl.plan.Template;
import io.weir.dsl.plan.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what a rule's expressions are at a moment: null is missing. */
final class Evaluator {

    private final RulePlan rule;
    private final World world;
    private final Lookups lookups;

    Evaluator(RulePlan rule, World world) {
        this.rule = rule;
        this.world = world;
        this.lookups = new Lookups(world);
    }

    boolean isTrue(@Nullable Expr condition, Moment moment) {
        return condition == null || Boolean.TRUE.equals(value(condition, moment));
    }

    String text(Template template, Moment moment) {
        StringBuilder text = new StringBuilder();
        for (Template.Part part : template.parts()) {
            text.append(
                    part instanceof Template.Literal literal
                            ? literal.text()
                            : shown(((Template.Value) part).value(), moment));
        }
        return text.toString();
    }

    private String shown(Expr expr, Moment moment) {
        return Texts.of(value(expr, moment), expr.type());
    }

    @Nullable
    Object value(Expr expr, Moment m) {
        if (expr instanceof Expr.Constant constant) {
            return constant.value();
        } else if (expr instanceof Expr.FieldOf field) {
            return field(field, m.row());
        } else if (expr instanceof Expr.KeyOf key) {
            return m.key().get(key.part());
        } else if (expr instanceof Expr.LetOf let) {
            Moment then = m.lets();
            return value(rule.lets().get(let.index()).value(), then == null ? m : then);
        } else if (expr instanceof Expr.AggregateOf aggregate) {
            return new Windows(this, m).value(rule.aggregates().get(aggregate.index()));
        } else if (expr instanceof Expr.ScoreOf score) {
            return score(rule.scores().get(score.index()), m);
        } else if (expr instanceof Expr.FieldOfEvent field) {
            return fieldOfEvent(field, m);
        } else if (expr instanceof Expr.EventOf event) {
            return event(event.event(), m);
        } else if (expr instanceof Expr.StepAggregate aggregate) {
            return ofStep(aggregate, m);
        } else if (expr instanceof Expr.TrendOf trend) {
            return isTrend(rule.trends().get(trend.index()), m);
        }
        return combined(expr, m);
    }

    private @Nullable Object combined(Expr expr, Moment m) {
        if (expr instanceof Expr.And and) {
            return all(and.operands(), m, true);
        } else if (expr instanceof Expr.Or or) {
            return all(or.operands(), m, false);
        } else if (expr instanceof Expr.IsMissing missing) {
            return value(missing.operand(), m) == null;
        } else if (expr instanceof Expr.Else either) {
            Object value = value(either.operand(), m);
            return value == null ? value(either.fallback(), m) : value;
        } else if (expr instanceof Expr.Lookup lookup) {
            List<Object> keys = present(lookup.keys(), m);
            Long time = time(lookup.asOf(), m);
            return keys == null || time == null ? null : lookups.column(lookup.table(), keys, time, lookup.column());
        } else if (expr instanceof Expr.Convert convert) {
            Object money = value(convert.operand(), m);
            Long time = time(convert.asOf(), m);
            return money == null || time == null
                    ? null
                    : lookups.converted((MoneyAmount) money, convert.currency(), convert.rates(), time);
        }
        return ofPresent(expr, m);
    }

    /** What is missing where an operand is. */
    private @Nullable Object ofPresent(Expr expr, Moment m) {
        List<Object> values = present(ExprParts.of(expr), m);
        if (values == null) {
            return null;
        } else if (expr instanceof Expr.Widen widen) {
            return Values.widened(values.get(0), widen.type());
        } else if (expr instanceof Expr.Not) {
            return !(Boolean) values.get(0);
        } else if (expr instanceof Expr.Negate) {
            return Values.negated(values.get(0));
        } else if (expr instanceof Expr.Binary binary) {
            return Values.binary(binary.operator(), values.get(0), values.get(1), binary.type());
        } else if (expr instanceof Expr.In in) {
            return Values.isAmong(values.get(0), (List<?>) in.list().value());
        } else if (expr instanceof Expr.InPublished in) {
            return Values.isAmong(values.get(0), world.lists().getOrDefault(in.list(), List.of()));
        } else if (expr instanceof Expr.Among) {
            return Values.isAmong(values.get(0), (List<?>) values.get(1));
        } else if (expr instanceof Expr.Call call) {
            return Functions.call(call.function(), values);
        }
        throw new IllegalStateException("An expression without a meaning: " + expr);
    }

    private @Nullable Boolean all(List<Expr> operands, Moment m, boolean and) {
        boolean unknown = false;
        for (Expr operand : operands) {
            Object value = value(operand, m);
            if (value == null) {
                unknown = true;
            } else if ((Boolean) value != and) {
                return !and;
            }
        }
        return unknown ? null : (Boolean) and;
    }

    private @Nullable List<Object> present(List<Expr> exprs, Moment m) {
        List<Object> values = new ArrayList<>();
        for (Expr expr : exprs) {
            Object value = value(expr, m);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private @Nullable Long time(@Nullable Expr asOf, Moment m) {
        return asOf == null ? (Long) m.time() : (Long) value(asOf, m);
    }

    // A place in `on` means that stream's event alone; otherwise it is the field of that name of whichever event it is.
    private static @Nullable Object field(Expr.FieldOf field, @Nullable Event row) {
        boolean other = row == null || (field.stream() >= 0 && !row.stream().equals(field.streamName()));
        return other ? null : Objects.requireNonNull(row).field(field.field().name());
    }

    // The triggering event goes by the name of its stream, so its fields are missing where another stream's event
    // triggered; the
    // others have what is asked of them under the same name, whichever stream they are of.
    private @Nullable Object fieldOfEvent(Expr.FieldOfEvent field, Moment m) {
        Event event = event(field.event(), m);
        boolean other = event == null
                || (field.event() instanceof EventRef.Triggering
                        && !event.stream().equals(field.streamName()));
        return other ? null : Objects.requireNonNull(event).field(field.field().name());
    }

    private @Nullable Event event(EventRef ref, Moment m) {
        if (ref instanceof EventRef.Triggering) {
            return m.triggering();
        } else if (ref instanceof EventRef.Follower) {
            return m.follower();
        } else if (ref instanceof EventRef.Previous previous) {
            return previous(rule.previous().get(previous.index()), m);
        }
        Match match = Objects.requireNonNull(m.match());
        if (ref instanceof EventRef.OfStep step) {
            List<Event> events = match.steps().get(step.step());
            return events.isEmpty() ? null : events.get(step.first() ? 0 : events.size() - 1);
        }
        return match.before();
    }

    private @Nullable Event previous(PreviousEvent previous, Moment m) {
        Event row = Objects.requireNonNull(m.row());
        List<Event> before = m.upTo().stream()
                .filter(event -> event != row && isOf(previous, event))
                .toList();
        Event last = before.isEmpty() ? null : before.get(before.size() - 1);
        boolean old = last != null
                && previous.within() != null
                && row.time() - last.time() >= previous.within().toMillis();
        return old ? null : last;
    }

    private boolean isOf(PreviousEvent previous, Event event) {
        return previous.stream() == null
                ? isWatched(event)
                : previous.stream().name().equals(event.stream());
    }

    /** Whether it is of one of the rule's streams. */
    boolean isWatched(Event event) {
        return rule.on().stream().anyMatch(trigger -> trigger.stream().name().equals(event.stream()));
    }

    private boolean isTrend(Trend trend, Moment m) {
        List<Event> watched = m.upTo().stream().filter(this::isWatched).toList();
        int from = watched.size() - 1 - trend.times();
        if (from < 0) {
            return false;
        }
        List<Event> row = watched.subList(from, watched.size());
        long elapsed = row.get(row.size() - 1).time() - row.get(0).time();
        boolean holds = trend.within() == null || elapsed < trend.within().toMillis();
        for (int i = 1; i < row.size() && holds; i++) {
            Object one = value(trend.operand(), m.counted(row.get(i - 1)));
            Object other = value(trend.operand(), m.counted(row.get(i)));
            Integer order = one == null || other == null ? null : Values.compare(other, one);
            holds = order != null && (trend.increases() ? order > 0 : order < 0);
        }
        return holds;
    }

    // What stands in for a model does so whatever it would be given; of one that is live a missing input makes the
    // score missing.
    private @Nullable Double score(Score score, Moment m) {
        Double answer = world.scores().get(score.model().name());
        if (answer == null) {
            return score.model().otherwise();
        }
        return present(score.inputs(), m) == null ? null : answer;
    }

    private @Nullable Object ofStep(Expr.StepAggregate aggregate, Moment m) {
        List<Event> events = Objects.requireNonNull(m.match()).steps().get(aggregate.step()).stream()
                .filter(event -> isTrue(aggregate.where(), m.counted(event)))
                .toList();
        return new Aggregation(aggregate.function(), aggregate.rank(), aggregate.type())
                .of(operands(aggregate.operand(), events, m));
    }

    /** The values of events that have one; without an operand, something for each. */
    List<Object> operands(@Nullable Expr operand, List<Event> events, Moment m) {
        List<Object> values = new ArrayList<>();
        for (Event event : events) {
            Object value = operand == null ? (Object) true : value(operand, m.counted(event));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
