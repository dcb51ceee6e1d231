package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.plan.Window;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The panes of which a timed rule's aggregate is made up: as long as fits both its window and the time between two boundaries, so that
 * each window is a number of whole ones.
 *
 * @param step in milliseconds
 * @param origin a time at which one begins
 */
record PlannedPanes(PaneFunction function, long step, long origin) {

    /** Null where the events have to be kept. */
    static @Nullable PlannedPanes of(Aggregate aggregate, RulePlan rule) {
        PaneFunction function = PaneFunction.of(aggregate.function());
        if (function == null
                || !(rule.timing() instanceof Timing.Every every)
                || !(aggregate.window() instanceof Window.Time window)
                || Link.isLinked(aggregate)) {
            return null;
        }
        long step = BigInteger.valueOf(every.length().toMillis())
                .gcd(BigInteger.valueOf(window.length().toMillis()))
                .longValueExact();
        return new PlannedPanes(function, step, every.boundary(0));
    }

    /** For the name of what is kept: is stored, as a hash. */
    String text() {
        return " in panes of " + step + " for " + function;
    }

    PanesPlan plan(PlannedAggregate of, Retention retention, List<WindowPlan> windows) {
        return new PanesPlan(of.name(), function, of.kind(), step, origin, retention, windows);
    }
}
