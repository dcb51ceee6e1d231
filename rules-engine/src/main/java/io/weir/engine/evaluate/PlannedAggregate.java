package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Sketches;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.plan.Window;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate with what names its series.
 *
 * @param series what it computes, and the form that is kept: a field that changes its type starts another series
 * @param name the 64-bit hash of that: is stored
 * @param panes null where the events are kept
 */
record PlannedAggregate(
        Aggregate aggregate,
        String series,
        long name,
        SeriesKind kind,
        WindowShape shape,
        @Nullable PlannedPanes panes) {

    /** @param backfill fills its window, where that is one of time, apart from other rules' windows; 0 for none */
    static PlannedAggregate of(Aggregate aggregate, RulePlan rule, long backfill) {
        SeriesKind kind = SeriesKind.of(aggregate);
        PlannedPanes panes = PlannedPanes.of(aggregate, rule);
        String series = aggregate.series() + " " + kind + form(aggregate.operand()) + Link.form(aggregate)
                + clock(aggregate, rule)
                + (panes == null ? "" : panes.text())
                + sketches(aggregate, rule)
                + filled(aggregate, backfill);
        return new PlannedAggregate(
                aggregate, series, StableHash.ofName(series), kind, WindowShape.of(aggregate.window()), panes);
    }

    /**
     * What a rule reads by the clock is kept apart: a key that has events of it then also has the moment at which the rule is
     * evaluated, and a session's end with it.
     */
    private static String clock(Aggregate aggregate, RulePlan rule) {
        if (rule.timing() instanceof Timing.Every every) {
            return " every " + every.length().toMillis();
        }
        return aggregate.window() instanceof Window.Session
                ? " in " + PlannedParts.of(rule, 0).session()
                : "";
    }

    /** Sketches of other panes cannot go on as these. */
    private static String sketches(Aggregate aggregate, RulePlan rule) {
        return aggregate.approximate()
                ? " in panes of " + Sketches.of(aggregate, rule.timing()).width()
                : "";
    }

    private static String filled(Aggregate aggregate, long backfill) {
        return aggregate.window() instanceof Window.Time ? PlannedParts.filled(backfill) : "";
    }

    /** Of types that are kept in the same way, and cannot be read as each other. */
    private static String form(@Nullable Expr operand) {
        Rep rep = operand == null ? Rep.LONG : Rep.of(operand.type());
        boolean needsName = rep == Rep.BOOL || rep == Rep.GEO || rep == Rep.LIST;
        return operand == null || !needsName ? "" : " of " + operand.type().text();
    }

    /** Its series among all keys'. */
    LiveSince.SeriesId id(long specHash) {
        return new LiveSince.SeriesId(specHash, name, shape.reach());
    }
}
