package io.weir.engine.naive;

import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Steps with anything between them. Every event that fits the first step begins an attempt, and each attempt goes one way only. The
 * first attempt that is whole is reported, of several the one that began first; then all attempts that began before the place where the
 * search resumes are given up, those that wait too.
 */
final class RelaxedSearch {

    private final KeyRun run;
    private final Steps steps;
    private final List<Event> merged;
    private final List<Firing> firings = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();

    RelaxedSearch(KeyRun run, RuleBody.Match body) {
        this.run = run;
        this.steps = new Steps(run, body);
        this.merged = run.history().stream().filter(run::triggers).toList();
    }

    /** A match that has begun. */
    private final class Attempt {
        private Match match;
        private int step;
        private int count;
        private boolean dead;
        /** Forbidden steps whose events have come since the last one that was matched. */
        private final Set<Integer> broken = new HashSet<>();

        Attempt(int step, Event event) {
            this.match = Match.empty(steps.count()).with(step, event);
            this.step = step;
            this.count = 1;
        }

        int start() {
            return merged.indexOf(match.first());
        }

        boolean isSatisfied() {
            return count >= steps.get(step).least();
        }

        /** True if the event was taken. */
        boolean take(Event event) {
            int next = stepFor(event);
            Match longer = next < 0 ? match : match.before(match.last()).with(next, event);
            int more = next == step ? count + 1 : 1;
            if (next < 0 || isInVain(next, more, longer)) {
                notice(event);
                return false;
            }
            count = more;
            step = next;
            match = longer;
            broken.clear();
            return true;
        }

        // A match that takes no more, and of which `when` is not true.
        private boolean isInVain(int next, int more, Match longer) {
            return run.readings().whenIsPartOfTheMatch()
                    && steps.isLast(next)
                    && more == steps.get(next).most()
                    && steps.firing(longer, longer.last().time()) == null;
        }

        // The running loop first, then the steps behind it, as long as those between may be empty.
        private int stepFor(Event event) {
            if (count < steps.get(step).most() && fits(step, event)) {
                return step;
            } else if (!isSatisfied()) {
                return -1;
            }
            for (int next = step + 1; next < steps.count(); next++) {
                Sequence.Step asked = steps.get(next);
                if (asked.forbidden()) {
                    boolean ends = broken.contains(next) || (run.readings().forbiddenBeforeNext() && fits(next, event));
                    if (ends) {
                        return -1;
                    }
                } else if (fits(next, event)) {
                    return next;
                } else if (asked.least() > 0) {
                    return -1;
                }
            }
            return -1;
        }

        private boolean fits(int asked, Event event) {
            return steps.fits(asked, event, match.before(match.last()));
        }

        // What is forbidden counts from the last event that was matched, where the step that it stands behind has
        // enough of them.
        private void notice(Event event) {
            for (int next = step + 1; isSatisfied() && next < steps.count(); next++) {
                if (steps.get(next).forbidden() && fits(next, event)) {
                    broken.add(next);
                } else if (!steps.get(next).forbidden() && steps.get(next).least() > 0) {
                    return;
                }
            }
        }

        /** Whether nothing is lacking but time. */
        boolean waits() {
            boolean ends = isSatisfied() && steps.get(steps.count() - 1).forbidden();
            for (int next = step + 1; next < steps.count(); next++) {
                ends &= steps.get(next).forbidden()
                        ? !broken.contains(next)
                        : steps.get(next).least() == 0;
            }
            return ends;
        }

        boolean isWhole() {
            return steps.isLast(step) && isSatisfied();
        }

        /** What it does if the last event makes it whole; null where {@code when} is not true. */
        @Nullable
        Firing firing(long time) {
            Match seen = match.before(match.fromEnd(1));
            return steps.firing(seen, time);
        }

        long deadline() {
            return steps.deadline(match);
        }
    }

    List<Firing> firings() {
        for (Event event : merged) {
            passTo(event.time());
            attempts.removeIf(attempt -> !steps.isInTime(attempt.match, event.time()));
            Attempt begun = beginning(event);
            List<Attempt> taking = new ArrayList<>();
            for (Attempt attempt : attempts) {
                if (attempt.take(event)) {
                    taking.add(attempt);
                }
            }
            if (begun != null) {
                attempts.add(begun);
                taking.add(begun);
            }
            taking.stream().filter(Attempt::isWhole).forEach(this::whole);
            attempts.removeIf(attempt -> attempt.dead);
        }
        passTo(run.end());
        return firings;
    }

    private @Nullable Attempt beginning(Event event) {
        for (int step = 0; step < steps.count(); step++) {
            Sequence.Step asked = steps.get(step);
            if (!asked.forbidden() && steps.fits(step, event, Match.empty(steps.count()))) {
                return new Attempt(step, event);
            } else if (!asked.forbidden() && asked.least() > 0) {
                return null;
            }
        }
        return null;
    }

    private void whole(Attempt attempt) {
        if (!attempt.dead) {
            Firing firing = attempt.firing(attempt.match.last().time());
            boolean goesOn = attempt.count < steps.get(attempt.step).most();
            if (firing != null || !goesOn) {
                done(attempt, firing);
            }
        }
    }

    private void done(Attempt attempt, @Nullable Firing firing) {
        attempt.dead = true;
        if (firing != null) {
            firings.add(firing);
        }
        if (firing != null || !run.readings().whenIsPartOfTheMatch()) {
            int resume = steps.resume(attempt.match, merged);
            attempts.stream().filter(other -> other.start() < resume).forEach(other -> other.dead = true);
        }
    }

    /** Deadlines pass before the rows of their time. */
    private void passTo(long time) {
        if (steps.get(steps.count() - 1).forbidden()) {
            List<Attempt> due = attempts.stream()
                    .filter(attempt -> attempt.deadline() <= time)
                    .sorted(Comparator.comparingLong(Attempt::deadline))
                    .toList();
            for (Attempt attempt : due) {
                if (!attempt.dead && attempt.waits()) {
                    done(attempt, attempt.firing(attempt.deadline()));
                }
            }
            attempts.removeIf(attempt -> attempt.dead || attempt.deadline() <= time);
        }
    }
}
