package io.weir.engine.evaluate;

import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Follow;
import io.weir.dsl.plan.PreviousEvent;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.Trend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row, or one moment, for one key: evaluates rules on the key's state, and answers what their programs ask of it. */
final class KeyTurn implements Frame.Host {

    private final Actions actions;
    private final int mostEntries;
    private final List<Outcome> outcomes = new ArrayList<>();
    /** For each part the series that the row at hand went to. */
    private @Nullable Series[] fed = new Series[64];

    private @Nullable Epoch epoch;
    private @Nullable Key key;
    private KeyState state = new KeyState();
    private byte @Nullable [] raw;
    private long time;
    private long turn;
    /** Null at a moment. */
    private @Nullable Row row;
    /** The time of the first event of the session that ends. */
    private long sessionStart;
    /** By which of its streams the rule that is being evaluated was triggered. */
    private int triggeredBy;

    private @Nullable BoundRule rule;
    private Waiting.@Nullable Trigger waited;
    private byte @Nullable [] follower;

    /** @param mostEntries of one key for one aggregate, and that wait for what follows */
    KeyTurn(String engine, int mostEntries) {
        actions = new Actions(engine);
        this.mostEntries = mostEntries;
    }

    /** An event's. */
    void begin(Epoch newEpoch, RoutedRow routed, KeyState newState) {
        begin(newEpoch, routed.key(), newState, routed.row().time());
        raw = routed.raw();
        row = routed.row();
    }

    /** A moment's: windows end before it. */
    void begin(Epoch newEpoch, Key newKey, KeyState newState, long moment) {
        epoch = newEpoch;
        key = newKey;
        state = newState;
        time = moment;
        turn++;
        row = null;
        raw = null;
        waited = null;
        follower = null;
        int parts = newState.partNumbers();
        if (parts > fed.length) {
            fed = new Series[parts * 2];
        }
        Arrays.fill(fed, 0, parts, null);
    }

    KeyState state() {
        return state;
    }

    /** Whether an event at that time is of a session, or may be yet: one that begins before it may still come. */
    boolean isOfSession(int session, int series, long at) {
        Session known = (Session) state.part(session);
        if (state.part(series) instanceof KeySeries counted) {
            counted.sessionFrom(known == null ? Long.MAX_VALUE : known.start());
        }
        return at > state.clock() || known != null && known.covers(at);
    }

    /** The session that began at that time ends at this moment. */
    void session(long start) {
        sessionStart = start;
    }

    int mostEntries() {
        return mostEntries;
    }

    Key key() {
        if (key == null) {
            throw new IllegalStateException("No key is being evaluated (DEVELOPER)");
        }
        return key;
    }

    /** The row at hand is the last of that series, one of the part's. */
    void fed(int part, @Nullable Series series) {
        fed[part] = series;
    }

    /** The row triggers the rule, by that one of its streams. */
    void trigger(BoundRule bound, int index, Row newRow) {
        LoadedRule live = bound.liveFor(key);
        if (live == null) {
            return;
        }
        LoadedTrigger loaded = live.triggers().get(index);
        RuleHealth health = live.health();
        health.evaluated();
        try {
            triggeredBy = index;
            Program program = prepare(bound, loaded.decision().program);
            Decision.Choice choice = loaded.decision().choose(newRow);
            if (choice == null) {
                loaded.tookNone();
            } else if (bound.waiting() >= 0) {
                await(bound, live, program, newRow);
            } else {
                fire(bound, live, loaded.decision(), choice, List.of(newRow), time);
            }
        } catch (RuntimeException e) {
            health.failed(e.getMessage() + " at " + loaded.stream().coordinates(newRow));
        }
    }

    private Program prepare(BoundRule bound, Program program) {
        rule = bound;
        waited = null;
        follower = null;
        program.frame.host = this;
        return program;
    }

    /** Runs the actions; in shadow they are only counted. */
    private void fire(
            BoundRule bound, LoadedRule live, Decision decision, Decision.Choice choice, List<Row> events, long at) {
        boolean acts = bound.role().fires(live.health(), key, began(events, at), at, turn);
        if (acts && epoch != null) {
            Firing firing =
                    new Firing(epoch, live, decision.program, key, at, events, alert -> given(bound, live, alert), raw);
            actions.run(firing, choice, state, outcomes::add);
        }
    }

    /** A sequence begins to matter when it is whole; what waits for what follows, when it was triggered. */
    private long began(List<Row> events, long at) {
        return waited == null ? at : events.get(0).time();
    }

    /** The key's last events of the stream that the alert's prompt is given, this one included, oldest first. */
    private List<Row> given(BoundRule bound, LoadedRule live, int alert) {
        AlertAction.Context context = live.plan().alerts().get(alert).given();
        if (context == null) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        if (state.part(bound.given()[alert]) instanceof RecentRows recent) {
            rows.addAll(recent.upTo(time));
        }
        Row now = row;
        // It is remembered when all rules have seen it.
        if (now != null && live.schema(now).name().equals(context.stream().name())) {
            rows.add(now);
        }
        return rows.subList(Math.max(0, rows.size() - context.events()), rows.size());
    }

    private void await(BoundRule bound, LoadedRule live, Program program, Row row) {
        List<byte @Nullable []> previous = new ArrayList<>();
        for (int i = 0; i < bound.previous().length; i++) {
            previous.add(previous(bound, i));
        }
        if (row.time() < state.clock()) {
            // Whether something has followed it by now is not known any more.
            return;
        }
        long deadline = KeyPart.plus(row.time(), follow(live).within().toMillis());
        List<byte[]> values = TriggerValues.of(live.plan(), program);
        int revision = live.parts().rule().revision();
        Waiting waiting = (Waiting) state.open(bound.waiting());
        Waiting.Trigger trigger = new Waiting.Trigger(revision, deadline, row.bytes(), previous, values);
        Waiting.Follower by =
                waiting.followerOf(trigger, each -> settles(bound, live, each.index(), trigger, new Row(each.row())));
        if (by == null && waiting.triggers().size() >= mostEntries) {
            throw new RuleFailure("more than " + mostEntries + " events of one key wait for what follows them");
        } else if (by == null) {
            waiting.add(trigger);
        } else if (!follow(live).negated()) {
            end(bound, live, trigger, new Row(by.row()));
        }
    }

    private static Follow follow(LoadedRule live) {
        Follow follow = ((RuleBody.When) live.plan().body()).follow();
        if (follow == null) {
            throw new IllegalStateException("A rule that waits for nothing (DEVELOPER)");
        }
        return follow;
    }

    /** The row may be what events of the rule wait for, by that one of the streams that may follow. */
    void follow(BoundRule bound, int index, Row row) {
        LoadedRule live = bound.live();
        if (live == null) {
            return;
        }
        if (row.time() > state.clock()) {
            keep(bound, live, index, row);
        }
        if (!(state.part(bound.waiting()) instanceof Waiting waiting) || !waiting.anyTrigger()) {
            return;
        }
        List<Waiting.Trigger> settled = new ArrayList<>();
        waiting.takeIf(trigger -> settles(bound, live, index, trigger, row) && settled.add(trigger));
        if (!follow(live).negated()) {
            settled.forEach(trigger -> end(bound, live, trigger, row));
        }
    }

    /** An event that it follows may still come. */
    private void keep(BoundRule bound, LoadedRule live, int index, Row row) {
        Waiting waiting = (Waiting) state.open(bound.waiting());
        if (waiting.followers().size() < mostEntries) {
            waiting.add(new Waiting.Follower(live.parts().rule().revision(), index, row.bytes()));
        } else {
            live.health()
                    .failed("more than " + mostEntries + " events of one key may follow some that have not come yet");
        }
    }

    private boolean settles(BoundRule bound, LoadedRule live, int index, Waiting.Trigger trigger, Row row) {
        boolean follows = trigger.time() <= row.time() && row.time() < trigger.deadline();
        if (!follows || trigger.revision() != live.parts().rule().revision()) {
            return false;
        }
        LoadedFollower candidate = live.followers().get(index);
        try {
            Program program = prepare(bound, candidate.program());
            waited = trigger;
            program.begin(row);
            TriggerValues.restore(trigger.values(), live.plan(), program);
            return candidate.settles();
        } catch (RuntimeException e) {
            live.health().failed(e.getMessage() + " at " + candidate.stream().coordinates(row));
            return false;
        }
    }

    /** The waiting is over: by that row, or because the time is up. */
    private void end(BoundRule bound, LoadedRule live, Waiting.Trigger trigger, @Nullable Row by) {
        Row row = new Row(trigger.row());
        try {
            Decision decision = decisionFor(live, row);
            Program program = prepare(bound, decision.program);
            waited = trigger;
            follower = by == null ? null : by.bytes();
            program.begin(row);
            TriggerValues.restore(trigger.values(), live.plan(), program);
            List<Row> events = by == null ? List.of(row) : List.of(row, by);
            fire(bound, live, decision, decision.only(), events, by == null ? time : by.time());
        } catch (RuntimeException e) {
            live.health().failed(e.getMessage() + " at " + live.schema(row).name() + " of " + row.time());
        }
    }

    private static Decision decisionFor(LoadedRule live, Row row) {
        String stream = live.schema(row).name();
        for (LoadedTrigger trigger : live.triggers()) {
            if (trigger.stream().schema().name().equals(stream)) {
                return trigger.decision();
            }
        }
        throw new RuleFailure("the rule no longer looks at " + stream);
    }

    /** Whose time is up at this moment ends. */
    void endWaiting(BoundRule bound) {
        LoadedRule live = bound.live();
        if (live == null || !(state.part(bound.waiting()) instanceof Waiting waiting)) {
            return;
        }
        List<Waiting.Trigger> over = new ArrayList<>();
        int revision = live.parts().rule().revision();
        waiting.takeIf(trigger -> trigger.deadline() <= time && trigger.revision() == revision && over.add(trigger));
        if (follow(live).negated()) {
            over.forEach(trigger -> end(bound, live, trigger, null));
        }
    }

    /** The row may go on with the rule's sequence, by that one of its streams. */
    void match(BoundRule bound, int index, Row newRow) {
        LoadedRule live = bound.liveFor(key);
        LoadedSequence sequence = live == null ? null : live.sequence();
        if (live == null || sequence == null) {
            leaveOut(bound);
            return;
        }
        live.health().evaluated();
        rule = bound;
        triggeredBy = index;
        waited = null;
        follower = null;
        SequenceState attempts = (SequenceState) state.open(bound.sequence());
        sequence.accept(
                attempts,
                newRow,
                index,
                state.clock(),
                this,
                (match, tier, at) -> matched(bound, live, match, tier, at));
        letGo(bound, attempts);
    }

    /** The time of attempts at the rule's sequence is up at this moment. */
    void endAttempts(BoundRule bound) {
        LoadedRule live = bound.liveFor(key);
        LoadedSequence sequence = live == null ? null : live.sequence();
        if (live == null || sequence == null || !(state.part(bound.sequence()) instanceof SequenceState attempts)) {
            return;
        }
        rule = bound;
        waited = null;
        follower = null;
        sequence.due(attempts, time, this, (match, tier, at) -> matched(bound, live, match, tier, at));
        letGo(bound, attempts);
    }

    /** A key that the rule is no longer for: what it may have begun misses events from now on. */
    private void leaveOut(BoundRule bound) {
        if (bound.planned().standing().share() != null && state.part(bound.sequence()) != null) {
            state.drop(bound.sequence());
        }
    }

    private void letGo(BoundRule bound, SequenceState attempts) {
        if (attempts.size() == 0) {
            state.drop(bound.sequence());
        }
    }

    private void matched(BoundRule bound, LoadedRule live, MatchView match, int tier, long at) {
        LoadedSequence sequence = live.sequence();
        if (sequence == null) {
            return;
        }
        try {
            Decision decision = sequence.decisionAbout(match);
            fire(bound, live, decision, decision.choice(tier), sequence.events(match), at);
        } catch (RuntimeException e) {
            sequence.failed(e.getMessage());
        }
    }

    /** The rule is evaluated at this moment, without an event. */
    void moment(BoundRule bound) {
        LoadedRule live = bound.liveFor(key);
        Decision decision = live == null ? null : live.timed();
        if (live == null || decision == null) {
            return;
        }
        live.health().evaluated();
        try {
            triggeredBy = 0;
            prepare(bound, decision.program).begin(time);
            Decision.Choice choice = decision.choose();
            if (choice != null) {
                fire(bound, live, decision, choice, List.of(), time);
            }
        } catch (RuntimeException e) {
            live.health().failed(e.getMessage() + " at the moment " + time);
        }
    }

    /**
     * Hands over what was done. Apart from the rules' evaluation: a failure to send is the task's, not the rule's, and must not cost
     * the alert.
     */
    void handOver(OutcomeSink sink) {
        if (!outcomes.isEmpty()) {
            outcomes.forEach(sink::outcome);
            outcomes.clear();
        }
    }

    @Override
    public void aggregate(int index, Frame frame, int register) {
        KnownAggregate read = asking().reads().get(triggeredBy).get(index);
        if (row == null) {
            read.before(time, sessionStart, state, frame, register);
        } else {
            read.at(row, state, fed[read.series()], frame, register);
        }
    }

    private BoundRule asking() {
        if (rule == null) {
            throw new IllegalStateException("No rule is being evaluated (DEVELOPER)");
        }
        return rule;
    }

    @Override
    public boolean trend(int index) {
        BoundRule asking = asking();
        LoadedRule live = asking.rule();
        if (live == null || !(state.part(asking.trends()[index]) instanceof TrendRun run)) {
            return false;
        }
        Trend trend = live.plan().trends().get(index);
        return run.holds(trend.times() + 1, PlannedParts.millis(trend.within()));
    }

    @Override
    public byte @Nullable [] event(EventRef event) {
        if (event instanceof EventRef.Previous previous) {
            return waited == null ? previous(asking(), previous.index()) : previousOf(waited, previous.index());
        } else if (event instanceof EventRef.Triggering) {
            return waited == null ? null : waited.row();
        } else if (event instanceof EventRef.Follower) {
            return follower;
        }
        throw new IllegalStateException("Nothing is known of " + event.text() + " here (DEVELOPER)");
    }

    private static byte @Nullable [] previousOf(Waiting.Trigger trigger, int index) {
        return index < trigger.previous().size() ? trigger.previous().get(index) : null;
    }

    private byte @Nullable [] previous(BoundRule asking, int index) {
        LoadedRule live = asking.rule();
        if (live == null || !(state.part(asking.previous()[index]) instanceof RecentRows recent)) {
            return null;
        }
        PreviousEvent previous = live.plan().previous().get(index);
        return recent.latest(time, PlannedParts.millis(previous.within()));
    }

    @Override
    public void step(Expr.StepAggregate aggregate, Frame frame, int register) {
        throw new IllegalStateException("Nothing is known of steps here (DEVELOPER)");
    }

    @Override
    public @Nullable Object key(int part) {
        return key == null ? null : KeyCodec.decode(key.values()).get(part);
    }
}
