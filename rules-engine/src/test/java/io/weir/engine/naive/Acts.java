package io.weir.engine.naive;

import io.weir.dsl.plan.Action;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.EmitAction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a rule sends for one key, when it fires again and again. */
final class Acts {

    private final RulePlan rule;
    private final Evaluator evaluator;
    private final List<Object> key;
    private final Map<AlertAction, Sent> throttles = new IdentityHashMap<>();

    /** When an action sent its last alert, and what it has held back since. */
    private record Sent(long time, long held) {}

    Acts(RulePlan rule, Evaluator evaluator, List<Object> key) {
        this.rule = rule;
        this.evaluator = evaluator;
        this.key = rule.key() == null ? List.of() : key;
    }

    List<Outcome> of(List<Firing> firings) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Firing firing : firings) {
            if (firing.topic() != null) {
                outcomes.add(routed(firing, firing.topic()));
            }
            for (Action action : firing.actions()) {
                Outcome outcome = action instanceof AlertAction alert
                        ? alert(firing, alert)
                        : emitted(firing, (EmitAction) action);
                if (outcome != null) {
                    outcomes.add(outcome);
                }
            }
        }
        return outcomes;
    }

    private Outcome routed(Firing firing, String topic) {
        String event = Objects.requireNonNull(firing.moment().row()).coordinates();
        return new Outcome(Outcome.Kind.ROUTE, rule.name(), firing.time(), key, null, "", topic, Map.of(), 0, event);
    }

    private Outcome emitted(Firing firing, EmitAction emit) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        emit.fields().forEach(field -> fields.put(field.name(), shown(field.value(), firing.moment())));
        return new Outcome(
                Outcome.Kind.EMIT, rule.name(), firing.time(), key, null, emit.name(), emit.topic(), fields, 0, null);
    }

    private @Nullable Outcome alert(Firing firing, AlertAction alert) {
        Sent last = throttles.get(alert);
        boolean early = last != null
                && alert.atMostOncePer() != null
                && firing.time() - last.time() < alert.atMostOncePer().toMillis();
        if (last != null && early) {
            throttles.put(alert, new Sent(last.time(), last.held() + 1));
            return null;
        }
        throttles.put(alert, new Sent(firing.time(), 0));
        return new Outcome(
                Outcome.Kind.ALERT,
                rule.name(),
                firing.time(),
                key,
                alert.severity(),
                evaluator.text(alert.text(), firing.moment()),
                alert.topic(),
                values(firing.moment()),
                last == null ? 0 : last.held(),
                null);
    }

    /** The lets that are values, the aggregates by their labels, the scores. */
    private Map<String, @Nullable Object> values(Moment moment) {
        Map<String, @Nullable Object> values = new HashMap<>();
        rule.lets().stream()
                .filter(let -> !(let.value().type() instanceof Type.Event))
                .forEach(let -> values.put(let.name(), shown(let.value(), moment)));
        for (int i = 0; i < rule.aggregates().size(); i++) {
            Expr aggregate = new Expr.AggregateOf(i, rule.aggregates().get(i).type());
            values.put(rule.aggregates().get(i).label(), shown(aggregate, moment));
        }
        for (int i = 0; i < rule.scores().size(); i++) {
            Expr score = new Expr.ScoreOf(i, rule.scores().get(i).model().returns());
            values.put(i == 0 ? "score" : "score" + (i + 1), evaluator.value(score, moment));
        }
        return values;
    }

    /** Times are sent as texts. */
    private @Nullable Object shown(Expr expr, Moment moment) {
        Object value = evaluator.value(expr, moment);
        return value != null && expr.type() == Type.Scalar.TIMESTAMP ? Texts.of(value, expr.type()) : value;
    }
}
