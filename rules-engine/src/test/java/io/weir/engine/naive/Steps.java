package io.weir.engine.naive;

import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Sequence;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks a sequence's steps and the {@code when} behind them. */
record Steps(KeyRun run, RuleBody.Match body) {

    int count() {
        return body.sequence().steps().size();
    }

    Sequence.Step get(int step) {
        return body.sequence().steps().get(step);
    }

    boolean isLast(int step) {
        return step == count() - 1;
    }

    /** Elapsed < D, from the match's first event. */
    boolean isInTime(Match match, long time) {
        return match.all().isEmpty()
                || body.sequence().within() == null
                || time - match.first().time() < body.sequence().within().toMillis();
    }

    long deadline(Match match) {
        return match.first().time()
                + Objects.requireNonNull(body.sequence().within()).toMillis();
    }

    /** Whether an event can be the next of a step; {@code match.before()} is what comes before it. */
    boolean fits(int step, Event event, Match match) {
        Sequence.Step asked = get(step);
        return isOf(asked, event)
                && run.triggers(event)
                && isInTime(match, event.time())
                && run.isTrue(asked.where(), moment(event).matched(match.with(step, event)));
    }

    private boolean isOf(Sequence.Step step, Event event) {
        RulePlan rule = run.rule();
        return step.streams().isEmpty()
                || step.streams().stream()
                        .anyMatch(place -> rule.on().get(place).stream().name().equals(event.stream()));
    }

    /** What the match does; null where none of the tiers is true. All of it is as it was at the last event. */
    @Nullable
    Firing firing(Match match, long time) {
        return run.acting(body.tiers(), moment(match.last()).matched(match), time);
    }

    private Moment moment(Event event) {
        return run.moment(run.history().indexOf(event));
    }

    /** Where the search goes on: the place of that event among some, or the one behind it. */
    int resume(Match match, List<Event> events) {
        int at = body.sequence().resumeAt();
        if (at == Sequence.AFTER_MATCH) {
            return events.indexOf(match.last()) + 1;
        } else if (at == Sequence.AT_NEXT) {
            return events.indexOf(match.first()) + 1;
        }
        return events.indexOf(match.steps().get(at).get(0));
    }
}
