package io.weir.engine.evaluate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out what a rule does when it fires. */
final class Actions {

    private final AlertBuilder alerts;

    /** @param engine the name that alerts carry */
    Actions(String engine) {
        alerts = new AlertBuilder(engine);
    }

    /**
     * Fails with {@link RuleFailure}.
     *
     * @param state where it is noted when an alert was sent; null for a rule without a key
     */
    void run(Firing firing, Decision.Choice choice, @Nullable KeyState state, OutcomeSink sink) {
        if (choice.topic() != null) {
            sink.outcome(passedOn(firing, choice.topic()));
        }
        List<LoadedAction> actions = choice.actions();
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i) instanceof LoadedAction.Alerting alerting) {
                alert(firing, alerting, state, sink);
            } else if (actions.get(i) instanceof LoadedAction.Emitting emitting) {
                sink.outcome(emitted(firing, emitting));
            }
        }
    }

    private void alert(Firing firing, LoadedAction.Alerting action, @Nullable KeyState state, OutcomeSink sink) {
        Duration period = action.plan().atMostOncePer();
        if (period == null || state == null) {
            sink.outcome(alerts.build(firing, action, 0));
        } else {
            throttled(firing, action, period.toMillis(), state, sink);
        }
    }

    private void throttled(Firing firing, LoadedAction.Alerting action, long period, KeyState state, OutcomeSink sink) {
        long name = firing.rule().throttle(action.index());
        long time = firing.time();
        Throttle throttle = state.throttle(name);
        if (throttle != null && throttle.holdsBack(time, period)) {
            firing.rule().health().heldBack();
            return;
        }
        long suppressed = throttle == null ? 0 : throttle.suppressedBefore(time);
        RaisedAlert alert = alerts.build(firing, action, suppressed);
        if (throttle == null) {
            state.add(new Throttle(name, time, period, 0));
        } else {
            throttle.sent(time);
        }
        sink.outcome(alert);
    }

    private static SentEvent passedOn(Firing firing, String topic) {
        byte[] raw = firing.raw();
        return new SentEvent(
                firing.epoch().tenant(),
                firing.rule().plan().name(),
                firing.rule().parts().rule().revision(),
                null,
                topic,
                firing.time(),
                firing.key() == null ? null : RecordKeys.of(firing),
                raw == null ? new byte[0] : raw,
                Map.of());
    }

    private static SentEvent emitted(Firing firing, LoadedAction.Emitting action) {
        Map<String, @Nullable Object> fields = EmittedFields.of(firing.program(), action);
        return new SentEvent(
                firing.epoch().tenant(),
                firing.rule().plan().name(),
                firing.rule().parts().rule().revision(),
                action.plan().name(),
                action.plan().topic(),
                firing.time(),
                RecordKeys.of(firing),
                EmittedFields.json(action.plan(), fields, firing.time()),
                fields);
    }
}
