package io.weir.engine.naive;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Follow;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.plan.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When a rule fires for one key.
 *
 * @param history all events of the key, in order
 * @param end deadlines up to it have passed
 */
record KeyRun(RulePlan rule, Evaluator evaluator, List<Object> key, List<Event> history, long end, Readings readings) {

    List<Firing> firings() {
        if (rule.timing() instanceof Timing.Every every) {
            return boundaries(every);
        } else if (rule.timing() instanceof Timing.SessionEnd session) {
            return sessions(session.gap().toMillis());
        } else if (rule.body() instanceof RuleBody.Match match) {
            return match.sequence().strictly()
                    ? new StrictSearch(this, match).firings()
                    : new RelaxedSearch(this, match).firings();
        } else if (rule.body() instanceof RuleBody.When when && when.follow() != null) {
            return following(when.tiers().get(0), when.follow());
        }
        return eachEvent(this::answer);
    }

    private @Nullable Firing answer(Moment moment) {
        return rule.body() instanceof RuleBody.Route route
                ? routed(route, moment)
                : acting(((RuleBody.When) rule.body()).tiers(), moment, moment.time());
    }

    /** Of the last event alone. */
    List<Firing> lastFirings() {
        int last = history.size() - 1;
        Firing firing = triggers(history.get(last)) ? answer(moment(last)) : null;
        return firing == null ? List.of() : List.of(firing);
    }

    private List<Firing> eachEvent(Function<Moment, @Nullable Firing> answer) {
        List<Firing> firings = new ArrayList<>();
        for (int at = 0; at < history.size(); at++) {
            if (triggers(history.get(at))) {
                Firing firing = answer.apply(moment(at));
                if (firing != null) {
                    firings.add(firing);
                }
            }
        }
        return firings;
    }

    /** At that event of the history. */
    Moment moment(int at) {
        return Moment.at(key, history.get(at), history.subList(0, at + 1));
    }

    /** Whether it is an event of {@code on} that passes its {@code where}. */
    boolean triggers(Event event) {
        return rule.on().stream()
                .anyMatch(trigger -> trigger.stream().name().equals(event.stream())
                        && isTrue(trigger.where(), Moment.at(key, event, List.of(event))));
    }

    /** False where it fails: a rule that fails does nothing. */
    boolean isTrue(@Nullable Expr condition, Moment moment) {
        try {
            return evaluator.isTrue(condition, moment);
        } catch (Overflow e) {
            return false;
        }
    }

    /** What the first tier that is true does; null where none is. */
    @Nullable
    Firing acting(List<RuleBody.Tier> tiers, Moment moment, long time) {
        try {
            for (RuleBody.Tier tier : tiers) {
                if (evaluator.isTrue(tier.condition(), moment)) {
                    return new Firing(time, moment, tier.actions(), null);
                }
            }
            return null;
        } catch (Overflow e) {
            return null;
        }
    }

    private @Nullable Firing routed(RuleBody.Route route, Moment moment) {
        try {
            for (RuleBody.Arm arm : route.arms()) {
                if (evaluator.isTrue(arm.condition(), moment)) {
                    return new Firing(moment.time(), moment, route.actions(), arm.topic());
                }
            }
            return null;
        } catch (Overflow e) {
            return null;
        }
    }

    private List<Firing> boundaries(Timing.Every every) {
        TreeSet<Long> boundaries = new TreeSet<>();
        for (Aggregate aggregate : rule.aggregates()) {
            if (aggregate.window() instanceof Window.Time window) {
                history.stream().filter(event -> isRead(event, aggregate)).forEach(event -> {
                    long last = Math.min(event.time() + window.length().toMillis(), end);
                    long step = every.length().toMillis();
                    for (long b = every.boundary(event.time()) + step; b <= last; b += step) {
                        boundaries.add(b);
                    }
                });
            }
        }
        return timed(boundaries.stream()
                .map(b -> Moment.timed(key, b, before(b), null))
                .toList());
    }

    // The key is looked at for any event of a stream that a window is of, whether or not it passes the window's
    // `where`.
    private boolean isRead(Event event, Aggregate aggregate) {
        return event.stream().equals(aggregate.stream().name())
                && (!readings.windowsPass() || isTrue(aggregate.where(), Moment.at(key, event, List.of(event))));
    }

    private List<Event> before(long time) {
        return history.stream().filter(event -> event.time() < time).toList();
    }

    private List<Firing> sessions(long gap) {
        List<Moment> ends = new ArrayList<>();
        List<Event> own = history.stream().filter(this::triggers).toList();
        int first = 0;
        for (int at = 0; at < own.size(); at++) {
            long over = own.get(at).time() + gap;
            boolean last = at + 1 == own.size() || own.get(at + 1).time() >= over;
            if (last && over <= end) {
                ends.add(Moment.timed(key, over, before(over), own.get(first)));
            }
            first = last ? at + 1 : first;
        }
        return timed(ends);
    }

    private List<Firing> timed(List<Moment> moments) {
        List<Firing> firings = new ArrayList<>();
        for (Moment moment : moments) {
            Firing firing = acting(((RuleBody.When) rule.body()).tiers(), moment, moment.time());
            if (firing != null) {
                firings.add(firing);
            }
        }
        return firings;
    }

    /** What a trigger waited for; place is that of the row that settled it, or -1 for a deadline, which comes before its time's rows. */
    private record Settled(Firing firing, int place) {}

    private List<Firing> following(RuleBody.Tier tier, Follow follow) {
        List<Settled> settled = new ArrayList<>();
        for (int at = 0; at < history.size(); at++) {
            Firing trigger = triggers(history.get(at))
                    ? acting(List.of(tier), moment(at), history.get(at).time())
                    : null;
            Settled answer = trigger == null ? null : settled(trigger, follow, at);
            if (answer != null) {
                settled.add(answer);
            }
        }
        return settled.stream()
                .sorted(Comparator.comparingLong((Settled one) -> one.firing().time())
                        .thenComparing(Settled::place))
                .map(Settled::firing)
                .toList();
    }

    // All that the rule says is as it was at the trigger, but for the event that followed.
    private @Nullable Settled settled(Firing trigger, Follow follow, int at) {
        Moment moment = trigger.moment();
        long deadline = moment.time() + follow.within().toMillis();
        for (int later = at + 1; later < history.size() && history.get(later).time() < deadline; later++) {
            Event event = history.get(later);
            if (follow.streams().stream().anyMatch(stream -> stream.name().equals(event.stream()))
                    && isTrue(follow.where(), moment.followed(event))) {
                return follow.negated()
                        ? null
                        : new Settled(
                                new Firing(event.time(), moment.settledBy(event), trigger.actions(), null), later);
            }
        }
        return follow.negated() && deadline <= end
                ? new Settled(new Firing(deadline, moment, trigger.actions(), null), -1)
                : null;
    }
}
