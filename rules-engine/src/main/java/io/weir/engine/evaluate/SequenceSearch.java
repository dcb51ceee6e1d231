package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Sequence;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a rule's sequence among the rows of keys: each row is looked at once, with what is kept of the attempts before it.
 *
 * <pre>{@code
 * search.due(state, row.time(), sink);       // what time alone decides, before each row
 * search.accept(state, row, stream, sink);
 * }</pre>
 */
abstract class SequenceSearch {

    /** More attempts than these are not kept for a key: the oldest is forgotten, and the rule has failed. */
    static final int MOST_ATTEMPTS = 1_000;

    private static final byte UNKNOWN = 0;
    private static final byte FITS = 1;
    private static final byte FITS_NOT = 2;

    final SequencePlan plan;
    final MatchConditions conditions;
    final MatchView view;
    private final Attempt nothing;
    private final byte[] known;
    private final List<Expr.StepAggregate> totals;
    private byte[] row = new byte[0];
    private long time;
    private int stream;
    private boolean overflown;

    SequenceSearch(SequencePlan plan, MatchConditions conditions) {
        this.plan = plan;
        this.conditions = conditions;
        view = new MatchView(plan, conditions);
        nothing = plan.newAttempt(0, 0);
        known = new byte[plan.steps.size()];
        totals = plan.needs.totals();
    }

    static SequenceSearch of(SequencePlan plan, MatchConditions conditions) {
        return plan.strictly ? new StrictSearch(plan, conditions) : new RelaxedSearch(plan, conditions);
    }

    /**
     * Looks at a row; rows come in their order.
     *
     * @param at place of the row's stream in the rule's {@code on}
     */
    final void accept(SequenceState state, Row next, int at, MatchSink sink) {
        row = next.bytes();
        time = next.time();
        stream = at;
        overflown = false;
        Arrays.fill(known, UNKNOWN);
        view.begin(row, state.previous());
        state.rows = state.attempts.isEmpty() ? 0 : state.rows + 1;
        accept(state, next.time());
        settle(state, sink);
        hold(state);
        remember(state);
    }

    private void hold(SequenceState state) {
        boolean untold = false;
        for (int i = 0; i < state.attempts.size(); i++) {
            Attempt attempt = state.attempts.get(i);
            if (attempt.isMatch() && attempt.end == state.rows) {
                conditions.hold(view.whole(attempt));
            }
            untold |= attempt.isMatch();
        }
        state.setUntold(untold);
    }

    abstract void accept(SequenceState state, long time);

    private void remember(SequenceState state) {
        boolean named = plan.remembersPrevious || plan.asksPrevious && !state.attempts.isEmpty();
        state.setPrevious(named ? row : null);
    }

    /** Reports the matches that nothing can change any more. */
    private void settle(SequenceState state, MatchSink sink) {
        if (plan.waits) {
            return;
        }
        for (Attempt match = settled(state); match != null; match = settled(state)) {
            report(state, match, timeOf(match), sink);
        }
    }

    /** The next match to report. */
    abstract @Nullable Attempt settled(SequenceState state);

    private static long timeOf(Attempt match) {
        return Bytes.getLong(match.last(), 16);
    }

    private void report(SequenceState state, Attempt match, long time, MatchSink sink) {
        long from = switch (plan.resumeAt) {
            case Sequence.AFTER_MATCH -> match.end + 1;
            case Sequence.AT_NEXT -> match.begin + 1;
            default -> Math.max(match.resume, match.begin + 1);
        };
        state.attempts.removeIf(attempt -> attempt.begin < from && !endsLater(attempt, match));
        sink.matched(view.whole(match), match.tier, time);
    }

    /** Whether its rows came first but time decides about it later. */
    private boolean endsLater(Attempt attempt, Attempt match) {
        return plan.waits && attempt.begin < match.begin && attempt.since > match.since;
    }

    /** Does what time alone decides: everything up to then has happened. */
    final void due(SequenceState state, long time, MatchSink sink) {
        for (int i = state.earliest();
                i >= 0 && plan.endOf(state.attempts.get(i).since) <= time;
                i = state.earliest()) {
            end(state, i, sink);
            settle(state, sink);
        }
        state.expire(time);
    }

    private void end(SequenceState state, int from, MatchSink sink) {
        Attempt first = state.attempts.get(from);
        int alike = from + 1;
        while (alike < state.attempts.size() && state.attempts.get(alike).begin == first.begin) {
            alike++;
        }
        List<Attempt> over = List.copyOf(state.attempts.subList(from, alike));
        state.attempts.subList(from, alike).clear();
        for (Attempt attempt : over) {
            if (attempt.isMatch() && attempt.blocked == Attempt.OPEN) {
                report(state, attempt, plan.waits ? plan.endOf(attempt.since) : timeOf(attempt), sink);
                return;
            }
        }
    }

    /** Whether the row at hand is not too far from an attempt's first one. */
    final boolean reaches(Attempt attempt) {
        return time < plan.endOf(attempt.since) && attempt.since < plan.endOf(time);
    }

    /** Whether the row at hand may come next in an attempt. */
    final boolean fits(Attempt attempt, int step) {
        SequenceStep asked = plan.step(step);
        if (!asked.takes(stream)) {
            return false;
        } else if (!asked.alone) {
            return conditions.fits(step, view.candidate(attempt, step));
        }
        if (known[step] == UNKNOWN) {
            known[step] = conditions.fits(step, view.candidate(attempt, step)) ? FITS : FITS_NOT;
        }
        return known[step] == FITS;
    }

    final Attempt nothing() {
        return nothing;
    }

    final Attempt newAttempt(SequenceState state, long time) {
        return plan.newAttempt(state.rows, time);
    }

    /** Adds the row at hand to an attempt. */
    final void take(SequenceState state, Attempt attempt, int step) {
        boolean enters = attempt.step != step;
        if (plan.needs.keepsBefore()) {
            attempt.rows[Attempt.BEFORE] = view.before(attempt);
        }
        addTotals(attempt, step, enters);
        attempt.step = step;
        attempt.count = enters ? 1 : attempt.count + 1;
        attempt.blocked = Attempt.OPEN;
        attempt.tier = Attempt.NOT_YET;
        attempt.held = null;
        attempt.end = state.rows;
        keep(attempt, step, enters);
        if (enters) {
            attempt.resume = step == plan.resumeAt ? state.rows : attempt.resume;
            forget(attempt, step);
        }
    }

    private void addTotals(Attempt attempt, int step, boolean enters) {
        for (int i = 0; i < attempt.totals.length; i++) {
            Expr.StepAggregate total = totals.get(i);
            if (total.step() == step) {
                attempt.totals[i] = view.total(total, i, enters ? null : attempt.totals[i]);
            }
        }
    }

    private void keep(Attempt attempt, int step, boolean enters) {
        if (attempt.rows[Attempt.FIRST] == null) {
            attempt.rows[Attempt.FIRST] = row;
        }
        attempt.rows[Attempt.LAST] = row;
        int first = plan.needs.place(step, true);
        if (enters && first > 0) {
            attempt.rows[first] = row;
        }
        int last = plan.needs.place(step, false);
        if (last > 0) {
            attempt.rows[last] = row;
        }
    }

    private void forget(Attempt attempt, int step) {
        for (int place = Attempt.OWN_ROWS; place < attempt.rows.length; place++) {
            if (!plan.needs.keepsRow(place, step)) {
                attempt.rows[place] = null;
            }
        }
        for (int total = 0; total < attempt.totals.length; total++) {
            if (!plan.needs.keepsTotal(total, step)) {
                attempt.totals[total] = null;
            }
        }
    }

    /** Asks what is asked of a whole match; sets the tier that is true. */
    final boolean isMatch(Attempt attempt) {
        attempt.tier = conditions.tier(view.whole(attempt));
        return attempt.isMatch();
    }

    /** Makes room for one more among those that are kept; false where it is the one that has to go. */
    final boolean makeRoom(List<Attempt> attempts, long begin) {
        if (attempts.size() < MOST_ATTEMPTS) {
            return true;
        }
        if (!overflown) {
            overflown = true;
            conditions.failed("more than " + MOST_ATTEMPTS + " attempts at a sequence for one key");
        }
        long oldest = attempts.get(0).begin;
        attempts.removeIf(attempt -> attempt.begin == oldest && oldest != begin);
        return oldest != begin;
    }
}
