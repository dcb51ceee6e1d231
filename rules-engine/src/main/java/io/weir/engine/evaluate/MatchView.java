package io.weir.engine.evaluate;

import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An attempt as conditions see it: with a row that may come next as an event of some step, or as a whole match. */
final class MatchView {

    private static final byte[] NOTHING = new byte[0];
    private static final Object UNKNOWN = new Object();

    private final SequencePlan plan;
    private final MatchConditions conditions;
    private final @Nullable Object[] counted;
    private Attempt attempt;
    private byte[] candidate = NOTHING;
    private byte @Nullable [] previous;
    private byte[] row = NOTHING;
    private byte @Nullable [] before;
    private int step = Attempt.NOT_YET;

    MatchView(SequencePlan plan, MatchConditions conditions) {
        this.plan = plan;
        this.conditions = conditions;
        attempt = plan.newAttempt(0, 0);
        counted = new Object[plan.needs.totals().size()];
    }

    /**
     * The row that may come next from now on.
     *
     * @param before the key's row before it
     */
    void begin(byte[] next, byte @Nullable [] before) {
        candidate = next;
        previous = before;
        Arrays.fill(counted, UNKNOWN);
    }

    /** Looks at that row as the next of a step. */
    MatchView candidate(Attempt soFar, int candidateStep) {
        attempt = soFar;
        step = candidateStep;
        row = candidate;
        before = before(soFar);
        return this;
    }

    /** The event before that row, as an attempt knows it. */
    byte @Nullable [] before(Attempt soFar) {
        return plan.strictly ? previous : soFar.rows[Attempt.LAST];
    }

    /** Looks at a whole match. */
    MatchView whole(Attempt match) {
        attempt = match;
        step = Attempt.NOT_YET;
        row = match.last();
        before = match.rows[Attempt.BEFORE];
        return this;
    }

    Attempt attempt() {
        return attempt;
    }

    /** The row at hand: the one that may come next, or the match's last. */
    byte[] row() {
        return row;
    }

    /** What an aggregate counts of the row that may come next; null for nothing. */
    @Nullable
    Object counted(int total) {
        if (counted[total] == UNKNOWN) {
            counted[total] = conditions.counted(total, candidate);
        }
        return counted[total];
    }

    /** An event that a sequence knows; null where there is none. */
    byte @Nullable [] event(EventRef event) {
        if (event instanceof EventRef.Before) {
            return before;
        } else if (event instanceof EventRef.OfStep of) {
            boolean own = of.step() == step;
            if (own && (!of.first() || attempt.step != step)) {
                return row;
            }
            int place = plan.needs.place(of.step(), of.first());
            return place == 0 ? null : attempt.rows[place];
        }
        throw new IllegalStateException("A sequence knows no " + event.text() + " (DEVELOPER)");
    }

    /** Leaves an aggregate of a step in a register. */
    void step(Expr.StepAggregate asked, Frame frame, int register) {
        StepTotal total = total(asked, plan.needs.indexOf(asked));
        Object value = StepResult.of(asked, total);
        frame.unmet.currencies += StepResult.isMixed(total.value()) ? 1 : 0;
        if (value instanceof byte[] packed) {
            frame.number(register, Lists.packed(packed));
            frame.ref[register] = packed;
        } else {
            frame.unbox(register, value);
        }
    }

    // Of the step that waits for the row at hand, that row is one.
    private StepTotal total(Expr.StepAggregate asked, int index) {
        if (asked.step() != step) {
            StepTotal total = attempt.totals[index];
            return total == null ? StepTotal.NOTHING : total;
        }
        return total(asked, index, attempt.step == step ? attempt.totals[index] : null);
    }

    /** With the row that may come next. */
    StepTotal total(Expr.StepAggregate asked, int index, @Nullable StepTotal before) {
        StepTotal known = before == null ? StepTotal.NOTHING : before;
        Object next = counted(index);
        return next == null ? known : known.with(asked.function(), next);
    }
}
