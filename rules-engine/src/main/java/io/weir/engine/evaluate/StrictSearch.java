package io.weir.engine.evaluate;

import io.weir.dsl.plan.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps of consecutive rows, as SQL's MATCH_RECOGNIZE finds them: the match that begins first, of those the one that a greedy search
 * with backtracking comes upon first. All ways are followed at once, the preferred first; a match is reported when no way before it
 * is left, and ends those behind it. Ways that nothing to come can tell apart are one.
 */
final class StrictSearch extends SequenceSearch {

    private final List<Attempt> next = new ArrayList<>(2);
    private final int[] options;

    StrictSearch(SequencePlan plan, MatchConditions conditions) {
        super(plan, conditions);
        options = new int[plan.steps.size() + 1];
    }

    @Override
    void accept(SequenceState state, long time) {
        List<Attempt> attempts = state.attempts;
        boolean isMatched = false;
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            if (goesOn(state, attempt)) {
                isMatched = true;
                if (plan.resumeAt == Sequence.AFTER_MATCH) {
                    break;
                }
                i = lastAlike(attempts, i);
            }
        }
        if (!isMatched || plan.resumeAt != Sequence.AFTER_MATCH) {
            begin(state, time);
        }
        attempts.clear();
        attempts.addAll(next);
        next.clear();
    }

    private static int lastAlike(List<Attempt> attempts, int index) {
        int last = index;
        while (last + 1 < attempts.size() && attempts.get(last + 1).begin == attempts.get(index).begin) {
            last++;
        }
        return last;
    }

    private void begin(SequenceState state, long time) {
        int ways = ways(nothing());
        for (int i = 0; i < ways; i++) {
            if (takes(state, newAttempt(state, time), options[i])) {
                return;
            }
        }
    }

    /** Whether it became a match, so that those behind it do not matter any more. */
    private boolean goesOn(SequenceState state, Attempt attempt) {
        if (attempt.waiting) {
            if (!plan.waits || !reaches(attempt) || !isForbidden(attempt)) {
                add(attempt);
            }
            return false;
        } else if (!reaches(attempt)) {
            return false;
        }
        int ways = ways(attempt);
        for (int i = 0; i < ways; i++) {
            if (takes(state, i == ways - 1 ? attempt : attempt.copy(), options[i])) {
                return true;
            }
        }
        return false;
    }

    /** Finds the steps that can take the row at hand, the preferred first. */
    private int ways(Attempt attempt) {
        int ways = 0;
        int running = attempt.step;
        if (running >= 0) {
            if (!plan.step(running).isFull(attempt.count) && fits(attempt, running)) {
                options[ways++] = running;
            }
            if (!plan.step(running).isEnough(attempt.count)) {
                return ways;
            }
        }
        for (int step = running + 1; step < plan.steps.size(); step++) {
            if (!plan.step(step).forbidden && fits(attempt, step)) {
                options[ways++] = step;
            }
            if (!plan.step(step).mayBeEmpty()) {
                return ways;
            }
        }
        return ways;
    }

    private boolean takes(SequenceState state, Attempt attempt, int step) {
        take(state, attempt, step);
        boolean isMatch = plan.isWhole(step, attempt.count) && isMatch(attempt);
        if (isMatch && !plan.waits) {
            attempt.waiting = true;
            add(attempt);
            return true;
        }
        Attempt waiting = isMatch ? attempt.copy() : null;
        if (plan.canGoOn(step, attempt.count, Attempt.OPEN)) {
            attempt.tier = Attempt.NOT_YET;
            add(attempt);
        }
        if (waiting != null) {
            waiting.waiting = true;
            add(waiting);
        }
        return false;
    }

    private boolean isForbidden(Attempt attempt) {
        for (int step = attempt.step + 1; step < plan.steps.size(); step++) {
            if (plan.step(step).forbidden && fits(attempt, step)) {
                return true;
            }
        }
        return false;
    }

    private void add(Attempt attempt) {
        for (int i = next.size() - 1; i >= 0 && next.get(i).begin == attempt.begin; i--) {
            if (isPreferredTo(next.get(i), attempt)) {
                return;
            }
        }
        if (makeRoom(next, attempt.begin)) {
            next.add(attempt);
        }
    }

    /** Whether whatever may come fits the one as it fits the other. */
    private boolean isPreferredTo(Attempt one, Attempt other) {
        return one.step == other.step
                && one.waiting == other.waiting
                && (one.waiting || isSameCount(one, other))
                && isSameForConditions(one, other);
    }

    private boolean isSameCount(Attempt one, Attempt other) {
        SequenceStep step = plan.step(one.step);
        return step.distinguished(one.count) == step.distinguished(other.count);
    }

    private boolean isSameForConditions(Attempt one, Attempt other) {
        for (int place = Attempt.OWN_ROWS; place < one.rows.length; place++) {
            if (plan.needs.asksRow(place, one.step) && one.rows[place] != other.rows[place]) {
                return false;
            }
        }
        for (int total = 0; total < one.totals.length; total++) {
            if (plan.needs.asksTotal(total, one.step) && !StepTotal.same(one.totals[total], other.totals[total])) {
                return false;
            }
        }
        return true;
    }

    @Override
    @Nullable
    Attempt settled(SequenceState state) {
        Attempt first = state.attempts.isEmpty() ? null : state.attempts.get(0);
        return first != null && first.isMatch() ? first : null;
    }
}
