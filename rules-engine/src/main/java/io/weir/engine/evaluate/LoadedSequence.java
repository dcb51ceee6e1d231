package io.weir.engine.evaluate;

import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RulePlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule's sequence with its search, which asks the programs of the rule's triggers. */
final class LoadedSequence implements MatchConditions, Frame.Host {

    private final LoadedRule rule;
    private final SequencePlan plan;
    private final SequenceSearch search;
    /** Whether it asks more of a match's last event than what its sequence keeps. */
    private final boolean looksFurther;

    private Frame.@Nullable Host surroundings;
    private @Nullable MatchView view;
    private @Nullable LoadedTrigger trigger;
    private @Nullable Row row;
    private @Nullable HeldValues held;
    private boolean passes;

    LoadedSequence(LoadedRule rule, SequencePlan plan) {
        this.rule = rule;
        this.plan = plan;
        search = SequenceSearch.of(plan, this);
        RulePlan all = rule.plan();
        looksFurther = !(all.aggregates().isEmpty()
                && all.scores().isEmpty()
                && all.trends().isEmpty()
                && all.previous().isEmpty());
    }

    SequencePlan plan() {
        return plan;
    }

    /**
     * Looks at a row.
     *
     * @param index of the trigger that it is for
     * @param clock event time up to which everything has happened
     */
    void accept(SequenceState state, Row next, int index, long clock, Frame.Host host, MatchSink sink) {
        // What nothing may follow waits for the time itself; the others are over when a row says that it is.
        due(state, plan.waits ? clock : Math.max(clock, next.time()), host, sink);
        trigger = rule.triggers().get(index);
        row = next;
        passes = passes(trigger, next);
        search.accept(state, next, index, sink);
        trigger = null;
        row = null;
    }

    private boolean passes(LoadedTrigger by, Row next) {
        try {
            return entries(by).passes(begin(by, next));
        } catch (RuntimeException e) {
            failed(e.getMessage());
            return false;
        }
    }

    /** Does what time alone decides. */
    void due(SequenceState state, long time, Frame.Host host, MatchSink sink) {
        surroundings = host;
        search.due(state, time, sink);
    }

    /** The events of a match that are kept, in the order of its steps. */
    List<Row> events(MatchView match) {
        List<Row> events = new ArrayList<>();
        byte[] @Nullable [] rows = match.attempt().rows;
        add(rows[Attempt.FIRST], events);
        for (int step = 0; step < plan.steps.size(); step++) {
            add(kept(rows, step, true), events);
            add(kept(rows, step, false), events);
        }
        add(rows[Attempt.LAST], events);
        return events;
    }

    private byte @Nullable [] kept(byte[] @Nullable [] rows, int step, boolean first) {
        int place = plan.needs.place(step, first);
        return place == 0 ? null : rows[place];
    }

    private static void add(byte @Nullable [] kept, List<Row> events) {
        if (kept != null && events.stream().noneMatch(event -> event.bytes() == kept)) {
            events.add(new Row(kept));
        }
    }

    /** The decision about a match's last event, which its program is about from now on. Fails with {@link RuleFailure}. */
    Decision decisionAbout(MatchView match) {
        Row last = new Row(match.row());
        LoadedTrigger by = triggerOf(last);
        view = match;
        Program program = begin(by, last);
        held = match.attempt().held;
        if (held != null) {
            TriggerValues.restore(held.values(), rule.plan(), program);
        }
        return by.decision();
    }

    private LoadedTrigger triggerOf(Row event) {
        if (trigger != null && row != null && row.bytes() == event.bytes()) {
            return trigger;
        }
        int schemaId = event.schemaId();
        for (LoadedTrigger each : rule.triggers()) {
            if (each.stream().schemaId() == schemaId) {
                return each;
            }
        }
        throw new RuleFailure("a match's last event was declared anew before it was known to be one");
    }

    private Program begin(LoadedTrigger by, Row event) {
        Program program = by.decision().program;
        program.frame.host = this;
        program.begin(event);
        return program;
    }

    private static StepEntries entries(LoadedTrigger by) {
        StepEntries entries = by.steps();
        if (entries == null) {
            throw new IllegalStateException("A trigger without steps (DEVELOPER)");
        }
        return entries;
    }

    @Override
    public boolean fits(int step, MatchView candidate) {
        LoadedTrigger by = trigger;
        Row next = row;
        if (by == null || next == null || !passes) {
            return false;
        }
        view = candidate;
        try {
            return entries(by).fits(step, begin(by, next));
        } catch (RuntimeException e) {
            failed(e.getMessage());
            return false;
        }
    }

    @Override
    public int tier(MatchView match) {
        try {
            return decisionAbout(match).tier();
        } catch (RuntimeException e) {
            failed(e.getMessage());
            return Attempt.NOT_YET;
        }
    }

    @Override
    public void hold(MatchView match) {
        if (!looksFurther) {
            return;
        }
        try {
            Program program = decisionAbout(match).program;
            List<byte @Nullable []> previous = new ArrayList<>();
            for (int i = 0; i < rule.plan().previous().size(); i++) {
                previous.add(surroundings().event(new EventRef.Previous(i)));
            }
            match.attempt().held = new HeldValues(TriggerValues.of(rule.plan(), program), previous);
        } catch (RuntimeException e) {
            failed(e.getMessage());
        }
    }

    @Override
    public @Nullable Object counted(int total, byte[] event) {
        LoadedTrigger by = trigger;
        try {
            return by == null ? null : entries(by).counted(total, by.decision().program);
        } catch (RuntimeException e) {
            failed(e.getMessage());
            return null;
        }
    }

    @Override
    public void failed(@Nullable String reason) {
        LoadedTrigger by = trigger;
        String where = by == null || row == null ? "" : " at " + by.stream().coordinates(row);
        rule.health().failed(reason + where);
    }

    @Override
    public byte @Nullable [] event(EventRef event) {
        boolean ofMatch = event instanceof EventRef.Before || event instanceof EventRef.OfStep;
        if (held != null && event instanceof EventRef.Previous previous) {
            return held.previous().get(previous.index());
        }
        return ofMatch ? view().event(event) : surroundings().event(event);
    }

    @Override
    public void step(Expr.StepAggregate aggregate, Frame frame, int register) {
        view().step(aggregate, frame, register);
    }

    private MatchView view() {
        if (view == null) {
            throw new IllegalStateException("No match is being looked at (DEVELOPER)");
        }
        return view;
    }

    private Frame.Host surroundings() {
        if (surroundings == null) {
            throw new IllegalStateException("No key is being evaluated (DEVELOPER)");
        }
        return surroundings;
    }

    @Override
    public void aggregate(int index, Frame frame, int register) {
        surroundings().aggregate(index, frame, register);
    }

    @Override
    public boolean trend(int index) {
        return surroundings().trend(index);
    }

    @Override
    public @Nullable Object key(int part) {
        return surroundings().key(part);
    }
}
