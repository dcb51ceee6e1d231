package io.weir.dsl.explain;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.plan.Window;
import java.math.BigInteger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is kept of a timed rule's events where its windows are made of whole panes: a summary for each. */
final class Panes {

    private static final int WORD = 8;

    private Panes() {}

    /** As long as fits both the window and the time between two boundaries; null where the events are kept. */
    static @Nullable Duration length(Aggregate aggregate, RulePlan rule) {
        if (!(rule.timing() instanceof Timing.Every every)
                || !(aggregate.window() instanceof Window.Time window)
                || kept(aggregate).isEmpty()
                || StateCost.compared(aggregate) > 0) {
            return null;
        }
        return Duration.ofMillis(BigInteger.valueOf(every.length().toMillis())
                .gcd(BigInteger.valueOf(window.length().toMillis()))
                .longValueExact());
    }

    /** Aggregates for which the same is kept share it; empty where no less than all values will do. */
    static String kept(Aggregate aggregate) {
        return switch (aggregate.function()) {
            case COUNT -> "count";
            case SUM, AVERAGE -> "sum";
            case STDDEV -> "squares";
            case HIGHEST -> "highest";
            case LOWEST -> "lowest";
            case FIRST -> "first";
            case LAST -> "last";
            case DISTINCT, MEDIAN, PERCENTILE -> "";
        };
    }

    /** Each number with the time of its pane; an event with its own. */
    static int bytes(Aggregate aggregate, int value) {
        return switch (aggregate.function()) {
            case COUNT -> 2 * WORD;
            case SUM, AVERAGE -> 3 * WORD + value;
            case STDDEV -> 5 * WORD + 2 * value;
            case HIGHEST, LOWEST -> 2 * WORD + value;
            case FIRST, LAST, DISTINCT, MEDIAN, PERCENTILE -> WORD + value;
        };
    }
}
