package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates the rows of a test by one epoch, in order, and then lets event time go to its end. */
final class TestRun implements RouteSink {

    private static final String ENGINE = "test";
    private static final byte[] NOTHING = new byte[0];

    private final Epoch epoch;
    private final Router router = new Router(ENGINE);
    private final KeyEvaluator evaluator = new KeyEvaluator(ENGINE);
    private final Map<Key, KeyState> states = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    TestRun(Epoch epoch) {
        this.epoch = epoch;
    }

    List<Outcome> evaluate(List<Row> rows) {
        rows.forEach(row -> router.route(epoch, row, NOTHING, this));
        passToTheEnd();
        return outcomes;
    }

    /** After the last row event time goes to the end: all that is due happens, the earliest first. */
    private void passToTheEnd() {
        for (long due = nextDue(); due < Long.MAX_VALUE; due = nextDue()) {
            for (Map.Entry<Key, KeyState> entry : states.entrySet()) {
                evaluator.passTo(time -> epoch, entry.getKey(), entry.getValue(), due, outcomes::add);
            }
        }
    }

    private long nextDue() {
        return states.values().stream().mapToLong(KeyState::nextDue).min().orElse(Long.MAX_VALUE);
    }

    long missingKeys() {
        return router.missingKeys();
    }

    /** Evaluates each routed row on the state of its key, at once: rows come in order. */
    @Override
    public void routed(RoutedRow row) {
        KeyState state = states.computeIfAbsent(row.key(), any -> new KeyState());
        evaluator.evaluate(time -> epoch, epoch, row, state, this);
    }

    @Override
    public void outcome(Outcome outcome) {
        outcomes.add(outcome);
    }
}
