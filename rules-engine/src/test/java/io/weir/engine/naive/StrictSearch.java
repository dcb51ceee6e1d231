package io.weir.engine.naive;

import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps that follow each other without a gap, as SQL's MATCH_RECOGNIZE finds them: from the first event that can begin a match, the
 * match that it prefers, which has the most events in the earlier steps. A trailing step takes as few as will do. As long as one that
 * is preferred can still come, another is not reported, nor is any that begins later.
 */
final class StrictSearch {

    private final KeyRun run;
    private final Steps steps;
    private final List<Event> merged;

    /** What a start comes to. {@code match} and {@code firing} are null where there is none, or none yet. */
    private record Answer(
            boolean pending,
            @Nullable Match match,
            @Nullable Firing firing) {

        static final Answer FAILED = new Answer(false, null, null);
        static final Answer PENDING = new Answer(true, null, null);

        boolean failed() {
            return !pending && match == null;
        }
    }

    StrictSearch(KeyRun run, RuleBody.Match body) {
        this.run = run;
        this.steps = new Steps(run, body);
        this.merged = run.history().stream().filter(run.evaluator()::isWatched).toList();
    }

    List<Firing> firings() {
        List<Firing> firings = new ArrayList<>();
        int start = 0;
        while (start < merged.size()) {
            Answer answer = search(0, 0, start, Match.empty(steps.count()));
            Match match = answer.match();
            if (answer.pending()) {
                break;
            } else if (match == null) {
                start++;
                continue;
            }
            if (answer.firing() != null) {
                firings.add(answer.firing());
            }
            start = steps.resume(match, merged);
        }
        return firings;
    }

    /** From a step that has so many events, and the place of the next event. */
    private Answer search(int step, int count, int place, Match match) {
        Sequence.Step asked = steps.get(step);
        if (asked.forbidden()) {
            return steps.isLast(step) ? absence(step, place, match) : search(step + 1, 0, place, match);
        } else if (steps.isLast(step)) {
            Answer whole = count >= asked.least() && count > 0 ? whole(match) : Answer.FAILED;
            return whole.failed() && count < asked.most() ? next(step, count, place, match) : whole;
        }
        Answer longer = count < asked.most() ? next(step, count, place, match) : Answer.FAILED;
        return longer.failed() && count >= asked.least() ? search(step + 1, 0, place, match) : longer;
    }

    private Answer next(int step, int count, int place, Match match) {
        if (place == merged.size()) {
            return canStillCome(match) ? Answer.PENDING : Answer.FAILED;
        }
        Event event = merged.get(place);
        Match before = match.before(place == 0 ? null : merged.get(place - 1));
        return steps.fits(step, event, before)
                ? search(step, count + 1, place + 1, before.with(step, event))
                : Answer.FAILED;
    }

    private boolean canStillCome(Match match) {
        return steps.isInTime(match, run.end());
    }

    private Answer whole(Match match) {
        Firing firing = steps.firing(match, match.last().time());
        return firing == null && run.readings().whenIsPartOfTheMatch()
                ? Answer.FAILED
                : new Answer(false, match, firing);
    }

    // From behind the last event on; events that are not forbidden do not matter there.
    private Answer absence(int step, int place, Match match) {
        long deadline = steps.deadline(match);
        for (int later = place; later < merged.size() && merged.get(later).time() < deadline; later++) {
            if (isForbidden(merged.get(later), step, match.before(merged.get(later - 1)))) {
                return Answer.FAILED;
            }
        }
        if (deadline > run.end()) {
            return Answer.PENDING;
        }
        Firing firing = steps.firing(match, deadline);
        return firing == null && run.readings().whenIsPartOfTheMatch()
                ? Answer.FAILED
                : new Answer(false, match, firing);
    }

    /** By any {@code no} behind the last step that has an event. */
    private boolean isForbidden(Event event, int last, Match match) {
        for (int step = last; match.steps().get(step).isEmpty(); step--) {
            if (steps.get(step).forbidden() && steps.fits(step, event, match)) {
                return true;
            }
        }
        return false;
    }
}
