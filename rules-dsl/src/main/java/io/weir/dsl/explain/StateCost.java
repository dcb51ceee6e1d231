package io.weir.dsl.explain;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Type;
import io.weir.dsl.plan.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates what a rule keeps for each key: for every counted event its time, and the number where one is summed or compared, as
 * long as its longest window; aggregates that count the same events share them.
 */
public record StateCost(List<Series> series, int fixed) {

    private static final int WORD = 8;
    private static final int A_WINDOW = 64;
    private static final int A_THROTTLE = 32;

    /**
     * Events that are kept.
     *
     * @param bytes for each of them
     * @param length how long each is kept
     */
    public record Series(Aggregate first, int bytes, Duration length) {}

    public StateCost {
        series = List.copyOf(series);
    }

    public static StateCost of(RulePlan rule) {
        Map<String, List<Aggregate>> shared = new LinkedHashMap<>();
        rule.aggregates()
                .forEach(aggregate -> shared.computeIfAbsent(aggregate.series(), name -> new ArrayList<>())
                        .add(aggregate));
        int throttles = (int) rule.alerts().stream()
                .filter(action -> action.atMostOncePer() != null)
                .count();
        return new StateCost(
                shared.values().stream().map(StateCost::series).toList(),
                rule.aggregates().size() * A_WINDOW + throttles * A_THROTTLE);
    }

    private static Series series(List<Aggregate> shared) {
        Aggregate first = shared.get(0);
        int number = first.operand() == null ? 0 : first.operand().type() instanceof Type.Money ? 2 * WORD : WORD;
        long extremes = shared.stream().filter(StateCost::isExtreme).count();
        Duration length = shared.stream()
                .map(aggregate -> ((Window.Time) aggregate.window()).length())
                .max(Duration::compareTo)
                .orElseThrow();
        return new Series(first, WORD + number + (int) extremes * WORD, length);
    }

    private static boolean isExtreme(Aggregate aggregate) {
        return aggregate.function() == AggregateFunction.HIGHEST || aggregate.function() == AggregateFunction.LOWEST;
    }

    /** The bytes a key where each window holds that many events. */
    public long bytes(int events) {
        return fixed
                + series.stream()
                        .mapToLong(each -> (long) each.bytes() * events)
                        .sum();
    }
}
