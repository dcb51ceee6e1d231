package io.weir.engine.evaluate;

import io.weir.engine.index.MatchIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the keys that a row concerns, and evaluates the rules that have none. */
public final class Router {

    private final AlertBuilder alerts;
    private final List<RaisedAlert> raised = new ArrayList<>();
    private final MatchIndex.Matches matches = new Found();
    private long missingKeys;
    private @Nullable Epoch epoch;
    private @Nullable StreamRoute route;
    private @Nullable Row row;
    private @Nullable RouteSink sink;

    /** @param engine the name that alerts carry */
    public Router(String engine) {
        alerts = new AlertBuilder(engine);
    }

    /** The row was decoded with the epoch's schema of its stream, and belongs to that epoch. */
    public void route(Epoch rowsEpoch, Row newRow, RouteSink rowsSink) {
        StreamRoute found = rowsEpoch.route(newRow.schemaId());
        if (found == null) {
            return;
        }
        epoch = rowsEpoch;
        route = found;
        row = newRow;
        sink = rowsSink;
        found.match(newRow, matches);
        List<KeyRoute> keys = found.keys();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).isTouched()) {
                send(rowsEpoch, keys.get(i), newRow, rowsSink);
            }
        }
    }

    private void send(Epoch rowsEpoch, KeyRoute keyRoute, Row newRow, RouteSink rowsSink) {
        long[] passed = keyRoute.take();
        Key key = keyRoute.keyOf(newRow);
        if (key == null) {
            missingKeys++;
        } else {
            rowsSink.routed(new RoutedRow(key, rowsEpoch.tenant(), rowsEpoch.number(), passed, newRow));
        }
    }

    /** Takes what the index finds. */
    private final class Found implements MatchIndex.Matches {

        @Override
        public void matched(int number) {
            StreamRoute.Candidate candidate = required(route).candidate(number);
            LoadedTrigger trigger = candidate.trigger();
            if (trigger != null && trigger.rule().health().isQuarantined()) {
                return;
            } else if (candidate.key() != null) {
                candidate.key().pass(candidate.target());
            } else if (trigger != null) {
                evaluate(trigger, candidate.acts());
            }
        }

        @Override
        public void failed(int number, int predicate) {
            StreamRoute found = required(route);
            String reason = found.failure(predicate) + " at " + found.stream().coordinates(required(row));
            for (RuleHealth rule : found.candidate(number).rules()) {
                rule.filterFailed(reason, found.rows());
            }
        }
    }

    private void evaluate(LoadedTrigger trigger, boolean acts) {
        RuleHealth health = trigger.rule().health();
        Row newRow = required(row);
        health.evaluated();
        try {
            if (trigger.holds(newRow)) {
                health.hit();
                if (acts) {
                    alert(trigger, newRow);
                }
            }
        } catch (RuntimeException e) {
            health.failed(e.getMessage() + " at " + trigger.stream().coordinates(newRow));
        }
        // Outside: a failure to send is the task's, not the rule's, and must not cost the alert.
        raised.forEach(required(sink)::alert);
        raised.clear();
    }

    private void alert(LoadedTrigger trigger, Row newRow) {
        for (int action = 0; action < trigger.rule().plan().alerts().size(); action++) {
            raised.add(alerts.build(required(epoch), trigger, action, newRow, null, 0));
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("No row is being routed (DEVELOPER)");
        }
        return value;
    }

    /** How many times a row lacked a field of a key, since the start. */
    public long missingKeys() {
        return missingKeys;
    }
}
