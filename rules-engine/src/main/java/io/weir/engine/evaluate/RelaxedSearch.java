package io.weir.engine.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps with other events between them. Each row that fits a first step begins an attempt, which then takes whatever fits next: the
 * running loop before the step behind it, and never another way. So a match is reported at the row that makes it whole, of several
 * that one row does the one that began first.
 */
final class RelaxedSearch extends SequenceSearch {

    RelaxedSearch(SequencePlan plan, MatchConditions conditions) {
        super(plan, conditions);
    }

    @Override
    void accept(SequenceState state, long time) {
        List<Attempt> attempts = state.attempts;
        int kept = 0;
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            if (goesOn(state, attempt)) {
                attempts.set(kept++, attempt);
            }
        }
        attempts.subList(kept, attempts.size()).clear();
        begin(state, attempts, time);
    }

    private void begin(SequenceState state, List<Attempt> attempts, long time) {
        int step = next(nothing());
        if (step < 0) {
            return;
        }
        Attempt attempt = newAttempt(state, time);
        if (takes(state, attempt, step) && makeRoom(attempts, attempt.begin)) {
            attempts.add(attempt);
        }
    }

    private boolean goesOn(SequenceState state, Attempt attempt) {
        if (!reaches(attempt)) {
            return true;
        }
        int step = next(attempt);
        return step >= 0 && takes(state, attempt, step) || !isForbidden(attempt);
    }

    /** The step that takes the row at hand; -1 for none. */
    private int next(Attempt attempt) {
        int running = attempt.step;
        if (running >= 0) {
            if (!plan.step(running).isFull(attempt.count) && fits(attempt, running)) {
                return running;
            } else if (!plan.step(running).isEnough(attempt.count)) {
                return -1;
            }
        }
        int end = Math.min(attempt.blocked, plan.steps.size());
        for (int step = running + 1; step < end; step++) {
            if (!plan.step(step).forbidden && fits(attempt, step)) {
                return step;
            } else if (!plan.step(step).mayBeEmpty()) {
                return -1;
            }
        }
        return -1;
    }

    // The last event that a match has room for is only taken if it makes it one: others are still waited for.
    private boolean takes(SequenceState state, Attempt attempt, int step) {
        int count = attempt.step == step ? attempt.count + 1 : 1;
        if (!plan.isWhole(step, count)) {
            take(state, attempt, step);
            return true;
        } else if (!plan.step(step).isFull(count) || !plan.asksMatch || plan.waits) {
            take(state, attempt, step);
            isMatch(attempt);
            return true;
        }
        Attempt whole = attempt.copy();
        take(state, whole, step);
        if (!isMatch(whole)) {
            return false;
        }
        take(state, attempt, step);
        attempt.tier = whole.tier;
        return true;
    }

    /** Whether the row at hand, which no step takes, leaves the attempt no way on. */
    private boolean isForbidden(Attempt attempt) {
        if (!plan.step(attempt.step).isEnough(attempt.count)) {
            return false;
        }
        int end = Math.min(attempt.blocked, plan.steps.size());
        for (int step = attempt.step + 1; step < end && plan.step(step).mayBeEmpty(); step++) {
            if (plan.step(step).forbidden && fits(attempt, step)) {
                attempt.blocked = step;
                return !plan.canGoOn(attempt.step, attempt.count, step);
            }
        }
        return false;
    }

    @Override
    @Nullable
    Attempt settled(SequenceState state) {
        for (Attempt attempt : state.attempts) {
            if (attempt.isMatch()) {
                return attempt;
            }
        }
        return null;
    }
}
