package io.weir.dsl.explain;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.Let;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule does, in plain words: the door of this package. */
public final class Explanation {

    private static final int ASSUMED_EVENTS = 100;

    private final RulePlan rule;
    private final Sentence sentence;
    private final StringBuilder text = new StringBuilder();

    private Explanation(RulePlan rule) {
        this.rule = rule;
        this.sentence = new Sentence(rule);
    }

    /** Several lines, each with its line end. */
    public static String of(RulePlan rule) {
        return new Explanation(rule).write();
    }

    /** A value of a rule in words. */
    public static String words(RulePlan rule, Expr value) {
        return new Sentence(rule).words(value);
    }

    private String write() {
        text.append("rule \"").append(rule.name()).append("\"\n");
        line("watches", rule.on().stream().map(this::watched).collect(Collectors.joining(", or ")));
        line("kept by", key(rule.key()));
        for (Let let : rule.lets()) {
            line("let", let.name() + " be " + sentence.words(let.value()));
        }
        line("fires", "when " + sentence.words(rule.when()));
        rule.alerts().forEach(action -> line("then", action(action)));
        line("reads", reads());
        rule.aggregates().forEach(aggregate -> line("window", sentence.words(aggregate)));
        state();
        return text.toString();
    }

    private void line(String head, String words) {
        text.append(String.format(Locale.ROOT, "  %-8s  %s%n", head, words).replace(System.lineSeparator(), "\n"));
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
        return names(key) + ": a history for each value";
    }

    private static String names(KeySpec key) {
        return key.parts().stream().map(KeySpec.Part::field).collect(Collectors.joining(" and "));
    }

    private String action(AlertAction action) {
        String severity = action.severity().name().toLowerCase(Locale.ROOT);
        return "send a " + severity + " alert \"" + template(action.text()) + "\""
                + (action.topic() == null ? "" : " to topic \"" + action.topic() + "\"")
                + (action.enrichedBy() == null
                        ? ""
                        : ", and ask " + action.enrichedBy().name() + " about it")
                + (action.atMostOncePer() == null ? "" : pause(action));
    }

    private String pause(AlertAction action) {
        KeySpec key = rule.key();
        String each = key == null || key.isEverything() ? "" : " for each " + names(key);
        return action.atMostOncePer() == null
                ? ""
                : ", at most once per " + Constants.duration(action.atMostOncePer()) + each;
    }

    private static String template(Template template) {
        return template.parts().stream()
                .map(part -> part instanceof Template.Value value
                        ? "{" + value.path() + "}"
                        : ((Template.Literal) part).text())
                .collect(Collectors.joining());
    }

    private String reads() {
        Map<String, StreamSchema> streams = new LinkedHashMap<>();
        rule.on().forEach(trigger -> streams.put(trigger.stream().name(), trigger.stream()));
        rule.aggregates().stream().map(Aggregate::stream).forEach(stream -> streams.put(stream.name(), stream));
        return streams.values().stream()
                .map(stream -> stream.name() + " (topic \"" + stream.topic() + "\")")
                .collect(Collectors.joining(", "));
    }

    private void state() {
        StateCost cost = StateCost.of(rule);
        if (cost.fixed() == 0) {
            line("state", "none");
            return;
        }
        for (StateCost.Series series : cost.series()) {
            line(
                    "state",
                    "a key: " + series.bytes() + " bytes for each " + sentence.counted(series.first()) + " of the last "
                            + Constants.duration(series.length()));
        }
        List<StateCost.Series> series = cost.series();
        line(
                "state",
                "a key: " + cost.fixed() + " bytes besides"
                        + (series.isEmpty()
                                ? ""
                                : "; about " + cost.bytes(ASSUMED_EVENTS) + " bytes in all if there are "
                                        + ASSUMED_EVENTS + " such events in " + (series.size() == 1 ? "it" : "each")
                                        + " (an estimate)"));
    }
}
