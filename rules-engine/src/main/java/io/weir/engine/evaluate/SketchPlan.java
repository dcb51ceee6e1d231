package io.weir.engine.evaluate;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Sketches;
import io.weir.dsl.plan.Timing;

/**
 * The sketches that an epoch's rules read for a key.
 *
 * @param name the 64-bit hash of what they compute
 * @param length of the window, in milliseconds
 * @param width of a pane, in milliseconds
 * @param origin a time at which one begins
 * @param includesCurrent whether the event at hand is in
 * @param since when they have been live: older events do not count
 */
record SketchPlan(
        long name, Sketch.Kind kind, long length, long width, long origin, boolean includesCurrent, long since)
        implements PartPlan {

    static SketchPlan of(PlannedAggregate planned, Timing timing, long since) {
        Sketches panes = Sketches.of(planned.aggregate(), timing);
        return new SketchPlan(
                planned.name(),
                planned.aggregate().function() == AggregateFunction.DISTINCT
                        ? Sketch.Kind.DIFFERENT
                        : Sketch.Kind.RANKS,
                panes.length(),
                panes.width(),
                panes.origin(),
                planned.shape().includesCurrent(),
                since);
    }

    @Override
    public KeyPart create() {
        return new SketchPanes(this);
    }

    /** A sketch cannot forget what was before, so those of an earlier life go. */
    @Override
    public boolean adopt(KeyPart part) {
        return part instanceof SketchPanes sketches
                && sketches.plan().since() >= since
                && sketches.plan().equals(since(sketches.plan().since()));
    }

    private SketchPlan since(long newSince) {
        return new SketchPlan(name, kind, length, width, origin, includesCurrent, newSince);
    }

    /** Where the pane of a time begins. */
    long start(long time) {
        return time - Math.floorMod(time - origin, width);
    }
}
