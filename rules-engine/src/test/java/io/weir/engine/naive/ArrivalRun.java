package io.weir.engine.naive;

import io.weir.dsl.plan.Follow;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Timing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a rule fires for one key whose events are evaluated as they come: each sees those that have come and are not newer. What time
 * decides happens when nothing older can come any more, so by the whole history.
 *
 * @param arrived all events of the key, as they came
 * @param end deadlines up to it have passed
 */
record ArrivalRun(RulePlan rule, Evaluator evaluator, List<Object> key, List<Event> arrived, long end) {

    /** A firing, and when it is told: at the arrival of an event of that number, or at a deadline. */
    private record Told(Firing firing, long when, int trigger) {}

    List<Firing> firings() {
        if (rule.timing() instanceof Timing.SessionEnd session) {
            return sessions(session.gap().toMillis());
        } else if (rule.timing() instanceof Timing.Every) {
            return ordered(arrived.size()).firings();
        } else if (rule.body() instanceof RuleBody.When when && when.follow() != null) {
            return following(when.tiers().get(0), when.follow());
        }
        List<Firing> firings = new ArrayList<>();
        for (int at = 0; at < arrived.size(); at++) {
            KeyRun seen = seenBy(at);
            firings.addAll(seen.lastFirings());
        }
        return firings;
    }

    /** The first events that came, in their order. */
    private KeyRun ordered(int count) {
        List<Event> history = arrived.subList(0, count).stream()
                .sorted(Comparator.comparingLong(Event::time))
                .toList();
        return new KeyRun(rule, evaluator, key, history, end, Readings.CHOSEN);
    }

    /** What an event sees: itself the last. */
    private KeyRun seenBy(int at) {
        List<Event> history = ordered(at + 1).history();
        return new KeyRun(
                rule, evaluator, key, history.subList(0, history.indexOf(arrived.get(at)) + 1), end, Readings.CHOSEN);
    }

    private List<Firing> sessions(long gap) {
        KeyRun all = ordered(arrived.size());
        List<Event> own = all.history().stream().filter(all::triggers).toList();
        List<Firing> firings = new ArrayList<>();
        int first = 0;
        for (int at = 0; at < own.size(); at++) {
            long over = own.get(at).time() + gap;
            boolean last = at + 1 == own.size() || own.get(at + 1).time() >= over;
            if (last && over <= end) {
                // Of other events at the time of the first nobody knows which came before it.
                Event start = new Event("", "", 0, 0, own.get(first).time(), Map.of());
                List<Event> before = all.history().stream()
                        .filter(event -> event.time() < over)
                        .toList();
                Firing firing =
                        all.acting(((RuleBody.When) rule.body()).tiers(), Moment.timed(key, over, before, start), over);
                if (firing != null) {
                    firings.add(firing);
                }
            }
            first = last ? at + 1 : first;
        }
        return firings;
    }

    private List<Firing> following(RuleBody.Tier tier, Follow follow) {
        List<Told> told = new ArrayList<>();
        for (int at = 0; at < arrived.size(); at++) {
            KeyRun seen = seenBy(at);
            Event event = arrived.get(at);
            Moment moment = seen.moment(seen.history().size() - 1);
            Firing trigger = seen.triggers(event) ? seen.acting(List.of(tier), moment, event.time()) : null;
            Told answer = trigger == null ? null : answer(trigger, follow, at);
            if (answer != null) {
                told.add(answer);
            }
        }
        return told.stream()
                .sorted(Comparator.comparingLong(Told::when).thenComparing(Told::trigger))
                .map(Told::firing)
                .toList();
    }

    // The earliest of those that had come, else the first that comes.
    private @Nullable Told answer(Firing trigger, Follow follow, int at) {
        Moment moment = trigger.moment();
        long deadline = moment.time() + follow.within().toMillis();
        List<Event> candidates = new ArrayList<>();
        arrived.subList(0, at).stream()
                .filter(event -> event.time() > moment.time())
                .sorted(Comparator.comparingLong(Event::time))
                .forEach(candidates::add);
        arrived.subList(at + 1, arrived.size()).stream()
                .filter(event -> event.time() >= moment.time())
                .forEach(candidates::add);
        KeyRun run = ordered(0);
        for (Event event : candidates) {
            boolean isAsked = event.time() < deadline
                    && follow.streams().stream()
                            .anyMatch(stream -> stream.name().equals(event.stream()));
            if (isAsked && run.isTrue(follow.where(), moment.followed(event))) {
                Firing firing = new Firing(event.time(), moment.settledBy(event), trigger.actions(), null);
                return follow.negated() ? null : new Told(firing, Math.max(at, arrived.indexOf(event)), at);
            }
        }
        return follow.negated() && deadline <= end
                ? new Told(new Firing(deadline, moment, trigger.actions(), null), deadline, at)
                : null;
    }
}
