package io.weir.engine.evaluate;

import io.weir.engine.index.MatchIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Finds the keys that a row concerns, and evaluates the rules that have none. */
public final class Router {

    private final Actions actions;
    private final SlowRules slow;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final MatchIndex.Matches matches = new Found();
    private long missingKeys;
    private long turn;
    private @Nullable Epoch epoch;
    private @Nullable StreamRoute route;
    private @Nullable Row row;
    private byte @Nullable [] raw;
    private @Nullable RouteSink sink;

    /** @param engine the name that alerts carry */
    public Router(String engine) {
        this(engine, RuleLimits.DEFAULT, System::nanoTime);
    }

    /** @param nanos a clock that only goes on */
    public Router(String engine, RuleLimits limits, LongSupplier nanos) {
        actions = new Actions(engine);
        slow = new SlowRules(limits.time(), nanos);
    }

    /**
     * The row was decoded with the epoch's schema of its stream, and belongs to that epoch.
     *
     * @param rowsRaw the bytes that it was decoded from
     */
    public void route(Epoch rowsEpoch, Row newRow, byte[] rowsRaw, RouteSink rowsSink) {
        StreamRoute found = rowsEpoch.route(newRow.schemaId());
        if (found == null) {
            return;
        }
        turn++;
        epoch = rowsEpoch;
        route = found;
        row = newRow;
        raw = rowsRaw;
        sink = rowsSink;
        long begun = slow.beginEvent();
        found.match(newRow, matches);
        slow.endEvent(begun);
        List<KeyRoute> keys = found.keys();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).isTouched()) {
                send(rowsEpoch, keys.get(i), newRow, rowsSink);
            }
        }
    }

    /** Sends a row of the past to the keys whose windows the backfill fills; it triggers nothing. */
    public void fill(Epoch rowsEpoch, Row newRow, Fill fill, RouteSink rowsSink) {
        StreamRoute found = rowsEpoch.route(newRow.schemaId());
        if (found == null) {
            return;
        }
        found.match(newRow, new MatchIndex.Matches() {
            @Override
            public void matched(int number) {
                StreamRoute.Candidate candidate = found.candidate(number);
                if (candidate.key() != null && candidate.backfill() == fill.backfill()) {
                    candidate.key().pass(candidate.target(), false);
                }
            }

            @Override
            public void failed(int number, int predicate) {
                // The rule hears of it by the events that it is live for.
            }
        });
        for (KeyRoute keyRoute : found.keys()) {
            if (keyRoute.isTouched()) {
                long[] passed = keyRoute.take();
                Key key = keyRoute.keyOf(newRow);
                if (key != null) {
                    rowsSink.routed(
                            new RoutedRow(key, rowsEpoch.tenant(), rowsEpoch.number(), passed, newRow, null, fill));
                }
            }
        }
    }

    private void send(Epoch rowsEpoch, KeyRoute keyRoute, Row newRow, RouteSink rowsSink) {
        boolean passesOn = keyRoute.passesOn();
        long[] passed = keyRoute.take();
        Key key = keyRoute.keyOf(newRow);
        if (key == null) {
            missingKeys++;
            keyRoute.missed(passed);
        } else {
            byte[] carried = passesOn ? raw : null;
            rowsSink.routed(new RoutedRow(key, rowsEpoch.tenant(), rowsEpoch.number(), passed, newRow, carried));
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
                candidate.key().pass(candidate.target(), trigger != null && trigger.passesOn());
            } else if (trigger != null) {
                evaluate(trigger, candidate.role());
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

    private void evaluate(LoadedTrigger trigger, Role role) {
        RuleHealth health = trigger.rule().health();
        Row newRow = required(row);
        health.evaluated();
        long begun = slow.beginRule();
        try {
            Decision.Choice choice = trigger.decision().choose(newRow);
            if (choice == null) {
                trigger.tookNone();
            } else if (role.fires(health, null, newRow.time(), newRow.time(), turn)) {
                actions.run(firing(trigger, newRow), choice, null, outcomes::add);
            }
        } catch (RuntimeException e) {
            health.failed(e.getMessage() + " at " + trigger.stream().coordinates(newRow));
        }
        slow.endRule(begun, health, newRow.time());
        // Outside: a failure to send is the task's, not the rule's, and must not cost the alert.
        outcomes.forEach(required(sink)::outcome);
        outcomes.clear();
    }

    private Firing firing(LoadedTrigger trigger, Row newRow) {
        return new Firing(
                required(epoch),
                trigger.rule(),
                trigger.decision().program,
                null,
                newRow.time(),
                List.of(newRow),
                any -> List.of(),
                raw);
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
