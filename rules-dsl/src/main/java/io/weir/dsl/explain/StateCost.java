package io.weir.dsl.explain;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.PreviousEvent;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.plan.Trend;
import io.weir.dsl.plan.Type;
import io.weir.dsl.plan.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Estimates what a rule keeps for each key: for every counted event its time, and the value where one is looked at, as long as
 * its longest window; of a rule by the clock, where the aggregate allows it, so much for each pane instead; aggregates that count the same events share them. Besides, the last events that it looks back on, and those that a prompt is given.
 */
public record StateCost(List<Series> series, @Nullable Waiting waiting, int fixed) {

    private static final int WORD = 8;
    private static final int A_WINDOW = 64;
    private static final int A_THROTTLE = 32;
    private static final int A_TIMER = 16;
    private static final int A_TEXT = 3 * WORD;
    private static final int A_LIST = 8 * WORD;

    /**
     * Events that are kept.
     *
     * @param bytes for each of them
     * @param length how long each is kept; null where no window of time asks for it
     * @param events how many are kept however old; 0 where no window of a number of events asks for it
     * @param session whether those of the running session are kept
     * @param pane null where each event is kept; otherwise how long a pane is, of which so many bytes are kept instead
     */
    public record Series(
            Aggregate first,
            int bytes,
            @Nullable Duration length,
            int events,
            boolean session,
            @Nullable Duration pane) {}

    public StateCost {
        series = List.copyOf(series);
    }

    public static StateCost of(RulePlan rule) {
        Map<String, List<Aggregate>> shared = new LinkedHashMap<>();
        rule.aggregates().stream()
                .filter(aggregate -> !aggregate.approximate())
                .forEach(aggregate -> shared.computeIfAbsent(name(aggregate, rule), name -> new ArrayList<>())
                        .add(aggregate));
        int throttles = (int) rule.alerts().stream()
                .filter(action -> action.atMostOncePer() != null)
                .count();
        int looked =
                rule.previous().stream().mapToInt(event -> bytes(rule, event)).sum()
                        + rule.trends().stream().mapToInt(StateCost::bytes).sum()
                        + given(rule).stream()
                                .mapToInt(given -> given.events() * bytes(given.stream()))
                                .sum();
        return new StateCost(
                shared.values().stream().map(each -> series(each, rule)).toList(),
                Waiting.of(rule),
                rule.aggregates().size() * A_WINDOW + throttles * A_THROTTLE + looked + timer(rule) + waiting(rule));
    }

    private static String name(Aggregate aggregate, RulePlan rule) {
        Duration pane = Panes.length(aggregate, rule);
        return aggregate.series() + (pane == null ? "" : " " + pane + Panes.kept(aggregate));
    }

    private static int waiting(RulePlan rule) {
        return Waiting.of(rule) == null ? 0 : A_WINDOW + A_TIMER;
    }

    /** For an event of which so many fields are kept, and its time. */
    static int of(Collection<Expr> fields) {
        return WORD + fields.stream().mapToInt(field -> bytes(field.type())).sum();
    }

    /** The events that prompts are given, once a stream. */
    static Collection<AlertAction.Context> given(RulePlan rule) {
        return rule.alerts().stream()
                .map(AlertAction::given)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(
                        given -> given.stream().name(),
                        given -> given,
                        (one, other) -> one.events() < other.events() ? other : one,
                        TreeMap::new))
                .values();
    }

    private static int timer(RulePlan rule) {
        return rule.timing() instanceof Timing.EachEvent ? 0 : A_TIMER;
    }

    /** For an event that is kept whole. */
    static int bytes(RulePlan rule, PreviousEvent event) {
        Stream<StreamSchema> streams =
                event.stream() == null ? rule.on().stream().map(RulePlan.Trigger::stream) : Stream.of(event.stream());
        return streams.mapToInt(StateCost::bytes).max().orElse(0);
    }

    private static int bytes(StreamSchema stream) {
        return WORD
                + stream.fields().stream()
                        .mapToInt(field -> bytes(field.type()))
                        .sum();
    }

    /** For the values of a row, with their times. */
    static int bytes(Trend trend) {
        return (trend.times() + 1) * (WORD + bytes(trend.operand().type()));
    }

    private static int bytes(Type type) {
        if (type instanceof Type.ListOf) {
            return A_LIST;
        } else if (type == Type.Scalar.TEXT) {
            return A_TEXT;
        }
        boolean two = type instanceof Type.Money || type == Type.Scalar.GEO || type == Type.Scalar.IP;
        return two ? 2 * WORD : WORD;
    }

    private static Series series(List<Aggregate> shared, RulePlan rule) {
        Aggregate first = shared.get(0);
        Duration pane = Panes.length(first, rule);
        int value = first.operand() == null ? 0 : bytes(first.operand().type());
        int indexes = shared.stream().mapToInt(StateCost::index).sum();
        return new Series(
                first,
                pane == null ? WORD + value + compared(first) + indexes : Panes.bytes(first, value),
                shared.stream()
                        .map(Aggregate::window)
                        .filter(Window.Time.class::isInstance)
                        .map(window -> ((Window.Time) window).length())
                        .max(Duration::compareTo)
                        .orElse(null),
                shared.stream()
                        .map(Aggregate::window)
                        .filter(Window.Events.class::isInstance)
                        .mapToInt(window -> ((Window.Events) window).count())
                        .max()
                        .orElse(0),
                shared.stream().anyMatch(aggregate -> aggregate.window() instanceof Window.Session),
                pane);
    }

    // What is compared with the triggering event has to be kept too.
    static int compared(Aggregate aggregate) {
        return aggregate.where() == null
                ? 0
                : ExprParts.all(aggregate.where())
                        .filter(part ->
                                part instanceof Expr.FieldOfEvent field && field.event() instanceof EventRef.Triggering)
                        .mapToInt(part -> bytes(part.type()))
                        .sum();
    }

    // What finds the result again when an event leaves the window.
    private static int index(Aggregate aggregate) {
        return switch (aggregate.function()) {
            case HIGHEST, LOWEST, MEDIAN, PERCENTILE -> WORD;
            case DISTINCT -> 4 * WORD;
            case COUNT, SUM, AVERAGE, STDDEV, FIRST, LAST -> 0;
        };
    }

    /** The bytes a key where each window holds that many events, as far as it may. */
    public long bytes(int events) {
        return fixed
                + series.stream().mapToLong(each -> bytes(each, events)).sum()
                + (waiting == null ? 0 : waiting.bytes(events));
    }

    private static long bytes(Series series, int events) {
        if (series.pane != null && series.length != null) {
            return series.bytes * Math.min(events, series.length.dividedBy(series.pane) + 1);
        }
        boolean bounded = series.length == null && !series.session;
        return (long) series.bytes * (bounded ? Math.min(events, series.events) : events);
    }
}
