package io.weir.engine.evaluate;

import io.weir.dsl.plan.AlertAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one key: feeds the row to the aggregates that count it, then evaluates the rules that it triggers.
 *
 * <pre>{@code
 * KeyState state = stored == null ? new KeyState() : stored;
 * evaluator.evaluate(epoch, routed, state, sink);           // rows of a key in their order
 * if (state.isEmpty()) clear(); else { store(state); timerAt(state.nextExpiry()); }
 * // the timer: evaluator.expire(latestEpoch, key, state, time), then the same two lines
 * }</pre>
 */
public final class KeyEvaluator {

    private static final Row NO_ROW = new Row(new byte[0]);

    private final AlertBuilder alerts;
    private final List<RaisedAlert> raised = new ArrayList<>();
    private final Frame.AggregateValues aggregates = this::read;
    /** For each feed the series that the row at hand went to. */
    private @Nullable Series[] fed = new Series[64];

    private KeyState state = new KeyState();
    private KeyPlan.@Nullable Bound bound;
    private long time;
    private Row row = NO_ROW;

    /** @param engine the name that alerts carry */
    public KeyEvaluator(String engine) {
        alerts = new AlertBuilder(engine);
    }

    /** The epoch is the row's; the state is the key's, and is changed. */
    public void evaluate(Epoch epoch, RoutedRow routed, KeyState keyState, AlertSink sink) {
        KeyPlan plan = epoch.keyPlan(routed.key().specHash());
        if (plan == null) {
            return;
        }
        state = keyState;
        row = routed.row();
        time = row.time();
        keyState.attach(plan.layout());
        keyState.touch(time);
        feed(plan, routed);
        trigger(epoch, plan, routed, sink);
        forgetFeeds(plan, routed);
    }

    private void feed(KeyPlan plan, RoutedRow routed) {
        int feeds = plan.feeds().size();
        if (fed.length < feeds) {
            fed = new Series[feeds * 2];
        }
        for (int number = next(routed, 0); number < feeds; number = next(routed, number + 1)) {
            fed[number] = feed(plan, number, routed.row());
        }
    }

    private void forgetFeeds(KeyPlan plan, RoutedRow routed) {
        int feeds = plan.feeds().size();
        for (int number = next(routed, 0); number < feeds; number = next(routed, number + 1)) {
            fed[number] = null;
        }
    }

    private @Nullable Series feed(KeyPlan plan, int number, Row row) {
        KeyPlan.SharedFeed shared = plan.feeds().get(number);
        shared.attempted();
        try {
            return shared.feed.feed(row, state, number, plan.layout().series().get(number));
        } catch (RuntimeException e) {
            shared.failed(e.getMessage() + " at " + shared.feed.stream().coordinates(row));
            return null;
        }
    }

    private void trigger(Epoch epoch, KeyPlan plan, RoutedRow routed, AlertSink sink) {
        int feeds = plan.feeds().size();
        for (int number = next(routed, feeds); number < plan.targets(); number = next(routed, number + 1)) {
            evaluate(epoch, plan.triggers().get(number - feeds), routed, sink);
        }
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

    private void evaluate(Epoch epoch, KeyPlan.Bound candidate, RoutedRow routed, AlertSink sink) {
        LoadedTrigger trigger = candidate.trigger();
        if (trigger == null || trigger.rule().health().isQuarantined()) {
            return;
        }
        RuleHealth health = trigger.rule().health();
        health.evaluated();
        bound = candidate;
        trigger.program().frame.aggregates = aggregates;
        try {
            if (trigger.holds(routed.row())) {
                health.hit();
                if (candidate.acts()) {
                    act(epoch, trigger, routed, raised::add);
                }
            }
        } catch (RuntimeException e) {
            health.failed(e.getMessage() + " at " + trigger.stream().coordinates(routed.row()));
        }
        // Outside: a failure to send is the task's, not the rule's, and must not cost the alert.
        raised.forEach(sink::alert);
        raised.clear();
    }

    private void act(Epoch epoch, LoadedTrigger trigger, RoutedRow routed, AlertSink sink) {
        List<AlertAction> actions = trigger.rule().plan().alerts();
        for (int action = 0; action < actions.size(); action++) {
            Duration period = actions.get(action).atMostOncePer();
            if (period == null) {
                sink.alert(alerts.build(epoch, trigger, action, routed.row(), routed.key(), 0));
            } else {
                throttled(epoch, trigger, action, period.toMillis(), routed, sink);
            }
        }
    }

    private void throttled(
            Epoch epoch, LoadedTrigger trigger, int action, long period, RoutedRow routed, AlertSink sink) {
        long name = trigger.rule().throttle(action);
        Throttle throttle = state.throttle(name);
        if (throttle != null && throttle.holdsBack(time, period)) {
            trigger.rule().health().heldBack();
            return;
        }
        long suppressed = throttle == null ? 0 : throttle.suppressedBefore(time);
        RaisedAlert alert = alerts.build(epoch, trigger, action, routed.row(), routed.key(), suppressed);
        if (throttle == null) {
            state.add(new Throttle(name, time, period, 0));
        } else {
            throttle.sent(time);
        }
        sink.alert(alert);
    }

    /** What the programs ask while they run. */
    private void read(int aggregate, Frame frame, int register) {
        KeyPlan.Bound current = bound;
        if (current == null || current.trigger() == null) {
            throw new IllegalStateException("No rule is being evaluated (DEVELOPER)");
        }
        AggregateRead read = current.reads().get(aggregate);
        read.at(row, state, fed[read.series()], frame, register);
    }

    /** Drops what no window reaches any more at or after that event time, and what the epoch's rules do not name. */
    public void expire(Epoch epoch, Key key, KeyState keyState, long expiryTime) {
        KeyPlan plan = epoch.keyPlan(key.specHash());
        keyState.attach(plan == null ? KeyLayout.NONE : plan.layout());
        keyState.expire(expiryTime);
    }
}
