package io.weir.dsl.explain;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Sketches;
import io.weir.dsl.plan.Window;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What approximate aggregates keep and how far off they are, and what exact ones would save by being so. */
final class SketchWords {

    /** Of shorter windows nobody asks for less. */
    private static final Duration LONG = Duration.ofDays(1);

    private final RulePlan rule;
    private final History history;

    SketchWords(RulePlan rule, History history) {
        this.rule = rule;
        this.history = history;
    }

    /** One of those that share their sketches. */
    static List<Aggregate> kept(RulePlan rule) {
        Map<String, Aggregate> sketches = new LinkedHashMap<>();
        rule.aggregates().stream()
                .filter(Aggregate::approximate)
                .forEach(aggregate -> sketches.putIfAbsent(aggregate.series(), aggregate));
        return List.copyOf(sketches.values());
    }

    List<String> lines() {
        return Stream.concat(
                        kept(rule).stream().map(this::kept),
                        rule.aggregates().stream()
                                .filter(SketchWords::couldBeApproximate)
                                .map(this::offered))
                .toList();
    }

    private String kept(Aggregate aggregate) {
        Sketches panes = Sketches.of(aggregate, rule.timing());
        return "a key: at most " + bytes(aggregate) + " for sketches of " + history.counted(aggregate) + " of the last "
                + length(aggregate) + ", " + error(aggregate)
                + (panes.fits()
                        ? ""
                        : "; the window begins up to " + Constants.duration(Duration.ofMillis(panes.width()))
                                + " too early");
    }

    private String offered(Aggregate aggregate) {
        String form = "approximate " + aggregate.function().text();
        return "a key: at most 1000000 of these events; '" + form + "' would take at most " + bytes(aggregate) + ", "
                + error(aggregate);
    }

    private static boolean couldBeApproximate(Aggregate aggregate) {
        return switch (aggregate.function()) {
            case DISTINCT, MEDIAN, PERCENTILE ->
                !aggregate.approximate()
                        && aggregate.window() instanceof Window.Time time
                        && time.length().compareTo(LONG) >= 0;
            case COUNT, SUM, AVERAGE, HIGHEST, LOWEST, STDDEV, FIRST, LAST -> false;
        };
    }

    private static String error(Aggregate aggregate) {
        return aggregate.function() == AggregateFunction.DISTINCT
                ? "with a standard error of " + Sketches.DIFFERENT_ERROR
                : "with a rank that is off by up to " + Sketches.RANK_ERROR;
    }

    private static String length(Aggregate aggregate) {
        return Constants.duration(((Window.Time) aggregate.window()).length());
    }

    private String bytes(Aggregate aggregate) {
        return String.format(Locale.ROOT, "%d kB", (Sketches.bytes(aggregate, rule.timing()) + 999) / 1000);
    }
}
