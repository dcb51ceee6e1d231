package io.weir.engine.evaluate;

import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one key: a row first lets happen what was due before it, then is taken in by the parts of the key's state that it
 * concerns, then triggers rules.
 *
 * <pre>{@code
 * KeyState state = stored == null ? new KeyState() : stored;
 * evaluator.evaluate(epochs, epoch, routed, state, sink);           // rows of a key in their order
 * if (state.isEmpty()) clear(); else { store(state); timerAt(state.nextDue(), state.nextExpiry()); }
 * // the timer: evaluator.expire(epochs, key, state, time, sink), then the same two lines
 * }</pre>
 */
public final class KeyEvaluator {

    private final KeyTurn turn;
    private final SlowRules slow;

    /** The epochs of the key's tenant. */
    @FunctionalInterface
    public interface EpochsByTime {

        /** The one that is in force at an event time; null before the first. */
        @Nullable
        Epoch at(long time);

        /** Whether rows of a later one have been evaluated. */
        default boolean isFollowed(Epoch epoch) {
            return false;
        }
    }

    /** @param engine the name that alerts carry */
    public KeyEvaluator(String engine) {
        this(engine, RuleLimits.DEFAULT, System::nanoTime);
    }

    /** @param nanos a clock that only goes on */
    public KeyEvaluator(String engine, RuleLimits limits, LongSupplier nanos) {
        turn = new KeyTurn(engine, limits.entries());
        slow = new SlowRules(limits.time(), nanos);
    }

    /**
     * In ordered evaluation: everything before the row has happened.
     *
     * @param epoch the row's
     * @param state the key's; is changed
     */
    public void evaluate(EpochsByTime epochs, Epoch epoch, RoutedRow routed, KeyState state, OutcomeSink sink) {
        evaluate(epochs, epoch, routed, state, routed.row().time(), sink);
    }

    /**
     * On arrival: rows older than this one may still come.
     *
     * @param passed event time up to which everything has happened
     */
    public void evaluate(
            EpochsByTime epochs, Epoch epoch, RoutedRow routed, KeyState state, long passed, OutcomeSink sink) {
        KeyPlan plan = epoch.keyPlan(routed.key().specHash());
        if (plan == null) {
            return;
        }
        long begun = slow.beginEvent();
        passTo(epochs, routed.key(), state, passed, sink);
        if (epochs.isFollowed(epoch)) {
            state.lookUp(plan.layout());
        } else {
            state.attach(plan.layout());
        }
        state.touch(passed);
        turn.begin(epoch, routed, state);
        List<KeyTarget> targets = plan.targets();
        for (int number = next(routed, 0); number < targets.size(); number = next(routed, number + 1)) {
            take(targets.get(number), routed.row());
        }
        slow.endEvent(begun);
        turn.handOver(sink);
    }

    private void take(KeyTarget target, Row row) {
        long begun = slow.beginRule();
        target.take(row, turn);
        slow.endRule(begun, target.rule(), row.time());
    }

    /** The first target from that number on that the row is for. */
    private static int next(RoutedRow routed, int from) {
        long[] passed = routed.passed();
        int word = from >>> 6;
        long bits = word < passed.length ? passed[word] >>> from << from : 0;
        while (bits == 0 && ++word < passed.length) {
            bits = passed[word];
        }
        return bits == 0 ? Integer.MAX_VALUE : (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    /**
     * Puts a row of the past into the windows that it fills, as they are in force now. Everything up to that event time happens before.
     *
     * @param epoch the one that the row was routed by
     * @param state the key's; is changed
     */
    public void fill(EpochsByTime epochs, Epoch epoch, RoutedRow routed, KeyState state, long now, OutcomeSink sink) {
        passTo(epochs, routed.key(), state, now, sink);
        Epoch inForce = epochs.at(now == Long.MAX_VALUE ? now : now + 1);
        KeyPlan routedBy = epoch.keyPlan(routed.key().specHash());
        KeyPlan plan = inForce == null ? null : inForce.keyPlan(routed.key().specHash());
        if (routedBy == null || plan == null) {
            return;
        }
        state.attach(plan.layout());
        state.touch(now);
        List<KeyTarget> targets = routedBy.targets();
        for (int number = next(routed, 0); number < targets.size(); number = next(routed, number + 1)) {
            KeyTarget target = targets.get(number);
            int part = target.filled() < 0 ? -1 : number(plan.layout(), routedBy.layout(), target.filled());
            if (part >= 0
                    && plan.layout().parts().get(part).reaches(routed.row().time(), now)) {
                target.fill(routed.row(), state, part);
            }
        }
    }

    private static int number(KeyLayout layout, KeyLayout other, int numberInOther) {
        return layout.numberOf(other.parts().get(numberInOther).name());
    }

    /** Lets happen what is due up to that event time, in order of time; each moment by the epoch that is in force then. */
    public void passTo(EpochsByTime epochs, Key key, KeyState state, long time, OutcomeSink sink) {
        for (long due = state.nextDue(); due <= time; due = state.nextDue()) {
            Epoch epoch = epochs.at(due);
            KeyPlan plan = epoch == null ? null : epoch.keyPlan(key.specHash());
            state.attach(plan == null ? KeyLayout.NONE : plan.layout());
            if (epoch != null && plan != null && state.nextDue() == due) {
                turn.begin(epoch, key, state, due);
                happen(plan, state, due);
                turn.handOver(sink);
            }
            state.happened(due);
        }
    }

    private void happen(KeyPlan plan, KeyState state, long moment) {
        for (int i = 0; i < plan.waiting().size(); i++) {
            long begun = slow.beginRule();
            turn.endWaiting(plan.waiting().get(i));
            slow.endRule(begun, plan.waiting().get(i), moment);
        }
        for (int i = 0; i < plan.matching().size(); i++) {
            long begun = slow.beginRule();
            turn.endAttempts(plan.matching().get(i));
            slow.endRule(begun, plan.matching().get(i), moment);
        }
        for (int i = 0; i < plan.timed().size(); i++) {
            if (isDue(plan.timed().get(i), state, moment)) {
                moment(plan.timed().get(i), moment);
            }
        }
        for (int i = 0; i < plan.sessions().size(); i++) {
            KeyPlan.SessionEnd session = plan.sessions().get(i);
            if (state.part(session.session()) instanceof Session open && open.nextDue(state.clock()) <= moment) {
                turn.session(open.start());
                session.rules().forEach(rule -> moment(rule, moment));
                open.endFirst();
                letGo(session, open, state, moment);
            }
        }
    }

    private void moment(BoundRule rule, long moment) {
        long begun = slow.beginRule();
        turn.moment(rule);
        slow.endRule(begun, rule, moment);
    }

    private static boolean isDue(BoundRule rule, KeyState state, long moment) {
        for (int seen : rule.seen()) {
            KeyPart part = state.part(seen);
            if (part != null && part.nextDue(state.clock()) == moment) {
                return true;
            }
        }
        return false;
    }

    /** Drops what is of no session that is open, up to that time: a later session may have begun. */
    private static void letGo(KeyPlan.SessionEnd session, @Nullable Session open, KeyState state, long time) {
        for (int number : session.series()) {
            if (state.part(number) instanceof KeySeries series) {
                series.sessionFrom(open == null ? Long.MAX_VALUE : open.start());
                series.expire(time);
                state.dropIfEmpty(number);
            }
        }
        state.dropIfEmpty(session.session());
    }

    /** Lets happen what is due up to that event time, and drops what nothing asks for any more, or no rule of the epoch names. */
    public void expire(EpochsByTime epochs, Key key, KeyState state, long time, OutcomeSink sink) {
        long begun = slow.beginEvent();
        passTo(epochs, key, state, time, sink);
        slow.endEvent(begun);
        // Rows up to the watermark come before timers: what a later one began under a newer epoch is not of the
        // timer's.
        Epoch epoch = epochs.at(Math.max(time, state.clock()));
        KeyPlan plan = epoch == null ? null : epoch.keyPlan(key.specHash());
        if (epoch != null) {
            state.attach(plan == null ? KeyLayout.NONE : plan.layout());
        }
        for (int i = 0; plan != null && i < plan.sessions().size(); i++) {
            KeyPlan.SessionEnd session = plan.sessions().get(i);
            letGo(session, (Session) state.part(session.session()), state, time);
        }
        state.expire(time);
    }
}
