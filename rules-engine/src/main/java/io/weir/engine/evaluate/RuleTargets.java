package io.weir.engine.evaluate;

import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.Follow;
import io.weir.dsl.plan.PreviousEvent;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.plan.Trend;
import io.weir.dsl.plan.Window;
import io.weir.engine.evaluate.TargetDraft.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds a rule with a key to its spec: the parts that it keeps, and what rows lead to it and to them. */
final class RuleTargets {

    private final SpecDraft spec;
    private final PlannedRule planned;
    private final @Nullable LoadedRule loaded;
    private final EpochAssembler epoch;
    private final RulePlan plan;
    private final PlannedParts parts;
    private final int rule;

    /** @param loaded null where it is paused or could not be loaded: its parts go on, and its targets keep their numbers */
    RuleTargets(SpecDraft spec, PlannedRule planned, @Nullable LoadedRule loaded, Role role, EpochAssembler epoch) {
        this.spec = spec;
        this.planned = planned;
        this.loaded = loaded;
        this.epoch = epoch;
        this.plan = loaded == null ? planOf(planned) : loaded.plan();
        this.parts = planned.parts();
        this.rule = spec.add(new SpecDraft.RuleDraft(planned, loaded, role));
    }

    private static RulePlan planOf(PlannedRule planned) {
        RulePlan plan = planned.plan();
        if (plan == null) {
            throw new IllegalStateException("A rule without a plan has no targets (DEVELOPER)");
        }
        return plan;
    }

    void add() {
        addSession();
        addSeen();
        addSeries();
        for (int i = 0; i < plan.previous().size(); i++) {
            addRecent(plan.previous().get(i), parts.previous().get(i));
        }
        for (int i = 0; i < plan.alerts().size(); i++) {
            addGiven(plan.alerts().get(i).given(), parts.given().get(i));
        }
        for (int i = 0; i < plan.trends().size(); i++) {
            addTrend(plan.trends().get(i), parts.trends().get(i));
        }
        addFollowers();
        if (plan.timing() instanceof Timing.EachEvent) {
            addTriggers();
        }
    }

    private long since(String part) {
        return epoch.liveFrom(planned, part);
    }

    private void addSession() {
        String text = parts.session();
        if (text == null) {
            return;
        }
        long gap = ((Timing.SessionEnd) plan.timing()).gap().toMillis();
        spec.add(text, new Session.Plan(StableHash.ofName(text), gap, since(text)));
        TargetDraft target = target(Kind.SESSION, text);
        for (int i = 0; i < plan.on().size(); i++) {
            RulePlan.Trigger on = plan.on().get(i);
            EpochStream stream = epoch.stream(on.stream());
            StreamView view = new StreamView(stream.schema(), i);
            List<Condition> filter = on.where() == null
                    ? List.of()
                    : Condition.all(view, Expressions.conjuncts(on.where()), plan.lets());
            epoch.predicates(stream, filter);
            target.from(new TargetDraft.Source(stream, filter, null, target.rules()));
        }
        target.madeBy(draft -> new KeyTargets.OfSession(draft.number(text)));
    }

    private void addSeen() {
        for (PlannedParts.PlannedSeen seen : parts.seen().values()) {
            String text = seen.text();
            long since = since(text);
            spec.add(text, new Seen.Plan(StableHash.ofName(text), seen.every(), seen.window(), since));
            TargetDraft target = target(Kind.SEEN, text);
            fromAll(target, seen.stream());
            target.filledBy(planned.backfill());
            target.madeBy(draft -> new KeyTargets.OfSeen(draft.number(text)));
        }
    }

    private TargetDraft target(Kind kind, String text) {
        TargetDraft target = spec.target(kind, text);
        target.sharedBy(epoch.health(planned));
        return target;
    }

    private void fromAll(TargetDraft target, StreamSchema stream) {
        target.from(new TargetDraft.Source(epoch.stream(stream), List.of(), null, target.rules()));
    }

    private void addSeries() {
        for (PlannedAggregate aggregate : planned.aggregates()) {
            if (aggregate.aggregate().approximate()) {
                addSketches(aggregate);
                continue;
            }
            String session = aggregate.aggregate().window() instanceof Window.Session ? parts.session() : null;
            Feed feed = epoch.feed(aggregate);
            long liveFrom = epoch.liveFrom(planned, aggregate);
            SpecDraft.FeedDraft draft = spec.add(aggregate, feed, session, liveFrom, epoch.health(planned));
            TargetDraft target = target(Kind.SERIES, aggregate.series());
            target.from(new TargetDraft.Source(feed.stream(), feed.where(), null, draft.readers.rules()));
            if (aggregate.shape().reach() == WindowShape.Reach.TIME) {
                target.filledBy(planned.backfill());
            }
            target.madeBy(all ->
                    new KeyTargets.OfSeries(all.number(aggregate.series()), all.number(session), feed, draft.readers));
        }
    }

    private void addSketches(PlannedAggregate aggregate) {
        String text = aggregate.series();
        Feed feed = epoch.feed(aggregate);
        SketchPlan sketches = SketchPlan.of(aggregate, plan.timing(), epoch.liveFrom(planned, aggregate));
        spec.add(text, sketches);
        TargetDraft target = target(Kind.SERIES, text);
        target.from(new TargetDraft.Source(feed.stream(), feed.where(), null, target.rules()));
        target.madeBy(draft -> new SketchFeed(draft.number(text), feed, sketches, target.rules()));
    }

    private void addRecent(PreviousEvent previous, String text) {
        long within = PlannedParts.millis(previous.within());
        spec.add(text, new RecentRows.Plan(StableHash.ofName(text), 1, within, since(text)));
        TargetDraft target = target(Kind.RECENT, text);
        if (previous.stream() == null) {
            plan.on().forEach(on -> fromAll(target, on.stream()));
        } else {
            fromAll(target, previous.stream());
        }
        target.madeBy(draft -> new KeyTargets.OfRecent(draft.number(text)));
    }

    private void addGiven(AlertAction.@Nullable Context context, String text) {
        if (context != null) {
            spec.add(
                    text,
                    new RecentRows.Plan(StableHash.ofName(text), context.events(), KeyPart.REMEMBERED, since(text)));
            TargetDraft target = target(Kind.RECENT, text);
            fromAll(target, context.stream());
            target.madeBy(draft -> new KeyTargets.OfRecent(draft.number(text)));
        }
    }

    private void addTrend(Trend trend, String text) {
        long within = PlannedParts.millis(trend.within());
        int events = trend.times() + 1;
        spec.add(text, new TrendRun.Plan(StableHash.ofName(text), events, within, since(text)));
        for (int i = 0; i < plan.on().size(); i++) {
            StreamSchema schema = plan.on().get(i).stream();
            EpochStream stream = epoch.stream(schema);
            TrendFeed feed =
                    new TrendFeed(trend, plan.lets(), new StreamView(stream.schema(), i), epoch.reference(plan));
            TargetDraft target = target(Kind.TREND, text + " of " + schema.name());
            fromAll(target, schema);
            target.madeBy(draft -> new KeyTargets.OfTrend(draft.number(text), feed, stream, target.rules()));
        }
    }

    /** What may follow the events of this revision, and the part in which they wait. */
    void addFollowers() {
        String text = parts.waiting();
        Follow follow = plan.body() instanceof RuleBody.When when ? when.follow() : null;
        if (text == null || follow == null) {
            return;
        }
        if (loaded != null) {
            spec.add(text, new Waiting.Plan(StableHash.ofName(text), since(text)));
        }
        for (int i = 0; i < follow.streams().size(); i++) {
            addFollower(i);
        }
    }

    private void addFollower(int index) {
        TargetDraft target = target(Kind.FOLLOWER, place(index));
        if (loaded != null) {
            LoadedFollower follower = loaded.followers().get(index);
            target.from(new TargetDraft.Source(follower.stream(), follower.filter(), null, target.rules()));
            target.madeBy(draft -> new KeyTargets.OfFollower(draft.bound(rule), index));
        }
    }

    private void addTriggers() {
        LoadedSequence sequence = loaded == null ? null : loaded.sequence();
        if (sequence != null) {
            String text = String.valueOf(parts.sequence());
            spec.add(text, sequence.plan().state(since(text)));
        }
        for (int i = 0; i < plan.on().size(); i++) {
            int index = i;
            TargetDraft target = target(Kind.TRIGGER, place(i));
            if (loaded != null) {
                LoadedTrigger trigger = loaded.triggers().get(i);
                target.from(new TargetDraft.Source(trigger.stream(), trigger.filter(), trigger, target.rules()));
                target.madeBy(
                        sequence == null
                                ? draft -> new KeyTargets.OfTrigger(draft.bound(rule), index)
                                : draft -> new KeyTargets.OfSequence(draft.bound(rule), index));
            }
        }
    }

    /** By rule, then by its place: in the order of numbers, not of digits. */
    private String place(int index) {
        return String.format("%09d %04d", rule, index);
    }
}
