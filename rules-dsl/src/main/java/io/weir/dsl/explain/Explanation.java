package io.weir.dsl.explain;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.Let;
import io.weir.dsl.plan.PreviousEvent;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.plan.Trend;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule does, in plain words: the door of this package. */
public final class Explanation {

    private static final int ASSUMED_EVENTS = 100;

    private final RulePlan rule;
    private final Sentence sentence;
    private final History history;
    private final StringBuilder text = new StringBuilder();

    private Explanation(RulePlan rule) {
        this.rule = rule;
        this.sentence = new Sentence(rule);
        this.history = new History(rule, sentence);
    }

    /** Several lines, each with its line end. */
    public static String of(RulePlan rule) {
        return new Explanation(rule).write();
    }

    /** A value of a rule in words. */
    public static String words(RulePlan rule, Expr value) {
        return new Sentence(rule).words(value);
    }

    /** What a rule looks back on, in words. */
    public static String words(RulePlan rule, Aggregate aggregate) {
        return new Explanation(rule).history.words(aggregate);
    }

    /** The same of an event before. */
    public static String words(RulePlan rule, PreviousEvent previous) {
        return new Explanation(rule).history.words(previous);
    }

    /** The same of events that go up or down. */
    public static String words(RulePlan rule, Trend trend) {
        return new Explanation(rule).history.words(trend);
    }

    private String write() {
        text.append("rule \"").append(rule.name()).append("\"\n");
        line("watches", rule.on().stream().map(this::watched).collect(Collectors.joining(", or ")));
        line("kept by", key(rule.key()));
        for (Let let : rule.lets()) {
            line("let", let.name() + " be " + sentence.words(let.value()));
        }
        runs();
        new BodyWords(rule, this::line).write(rule.body());
        line("reads", reads());
        rule.aggregates().forEach(aggregate -> line("window", history.words(aggregate)));
        state();
        return text.toString();
    }

    private void line(String head, String words) {
        text.append(String.format(Locale.ROOT, "  %-8s  %s%n", head, words).replace(System.lineSeparator(), "\n"));
    }

    private void runs() {
        if (rule.timing() instanceof Timing.Every every) {
            line("runs", "every " + Constants.duration(every.length()) + ", for each key with an event in its windows");
        } else if (rule.timing() instanceof Timing.SessionEnd session) {
            line("runs", "when a key has had no event for " + Constants.duration(session.gap()));
        }
    }

    private String watched(RulePlan.Trigger trigger) {
        String name = "each " + trigger.stream().name();
        return trigger.where() == null ? name : name + " where " + sentence.ofOneEvent(trigger.where());
    }

    private static String key(@Nullable KeySpec key) {
        if (key == null) {
            return "nothing: every event is judged alone, and nothing is remembered";
        } else if (key.isEverything()) {
            return "everything: one history for all events, on one task";
        }
        return ActionWords.names(key) + elsewhere(key) + ": a history for each value";
    }

    private static String elsewhere(KeySpec key) {
        return new TreeMap<>(key.elsewhere())
                .entrySet().stream()
                        .map(other -> ", in " + other.getKey() + " " + String.join(" and ", other.getValue()))
                        .collect(Collectors.joining());
    }

    private String reads() {
        Map<String, StreamSchema> streams = new LinkedHashMap<>();
        rule.on().forEach(trigger -> streams.put(trigger.stream().name(), trigger.stream()));
        rule.aggregates().stream().map(Aggregate::stream).forEach(stream -> streams.put(stream.name(), stream));
        if (rule.body() instanceof RuleBody.When when && when.follow() != null) {
            when.follow().streams().forEach(stream -> streams.put(stream.name(), stream));
        }
        rule.previous().stream()
                .map(PreviousEvent::stream)
                .filter(Objects::nonNull)
                .forEach(stream -> streams.put(stream.name(), stream));
        StateCost.given(rule).forEach(given -> streams.put(given.stream().name(), given.stream()));
        return streams.values().stream().map(Explanation::source).collect(Collectors.joining(", "));
    }

    private static String source(StreamSchema stream) {
        return stream.name()
                + (BuiltIn.isAlerts(stream)
                        ? " (what rules over events send, whatever the topic)"
                        : " (topic \"" + stream.topic() + "\")");
    }

    private void state() {
        StateCost cost = StateCost.of(rule);
        if (cost.fixed() == 0) {
            line("state", "none");
            return;
        }
        for (AlertAction.Context given : StateCost.given(rule)) {
            line(
                    "state",
                    "a key: its last " + given.events() + " " + given.stream().name());
        }
        for (StateCost.Series series : cost.series()) {
            line(
                    "state",
                    "a key: " + series.bytes() + " bytes for each " + pane(series) + history.counted(series.first())
                            + " of the " + kept(series));
        }
        new SketchWords(rule, history).lines().forEach(words -> line("state", words));
        rule.previous()
                .forEach(event ->
                        line("state", "a key: " + StateCost.bytes(rule, event) + " bytes for " + history.words(event)));
        rule.trends()
                .forEach(trend -> line(
                        "state",
                        "a key: " + StateCost.bytes(trend) + " bytes for the last " + (trend.times() + 1)
                                + " values of " + sentence.words(trend.operand())));
        Waiting waiting = Waiting.of(rule);
        if (waiting != null) {
            line("state", "a key: " + waiting.bytes() + " bytes for each " + waiting.events() + ", " + waiting.bound());
        }
        List<StateCost.Series> series = cost.series();
        line(
                "state",
                "a key: " + (cost.fixed() - looked()) + " bytes besides"
                        + (series.isEmpty() && waiting == null
                                ? ""
                                : "; about " + cost.bytes(ASSUMED_EVENTS) + " bytes in all if there are "
                                        + ASSUMED_EVENTS + " such events in "
                                        + (series.size() + (waiting == null ? 0 : 1) == 1 ? "it" : "each")
                                        + " (an estimate)"));
    }

    private int looked() {
        return rule.previous().stream()
                        .mapToInt(event -> StateCost.bytes(rule, event))
                        .sum()
                + rule.trends().stream().mapToInt(StateCost::bytes).sum();
    }

    private static String pane(StateCost.Series series) {
        return series.pane() == null ? "" : Constants.duration(series.pane()) + " with ";
    }

    private static String kept(StateCost.Series series) {
        Stream<String> length =
                series.length() == null ? Stream.of() : Stream.of("last " + Constants.duration(series.length()));
        Stream<String> events = series.events() == 0 ? Stream.of() : Stream.of("last " + series.events() + " events");
        Stream<String> session = series.session() ? Stream.of("session") : Stream.of();
        return Stream.of(length, events, session).flatMap(each -> each).collect(Collectors.joining(", or of the "));
    }
}
