package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.PreviousEvent;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.plan.Trend;
import io.weir.dsl.plan.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule keeps for a key besides the series of its aggregates, each by the text that names it: equal texts, one part. The texts
 * are stored (as hashes), so they never change.
 *
 * @param previous of each event that it looks back at
 * @param trends of each trend
 * @param given of what each alert gives to its prompt; empty for nothing
 * @param seen by stream, for a rule that is evaluated by the clock
 * @param waiting null where it waits for nothing
 * @param session null where it looks at no sessions
 * @param sequence null where it has none
 */
record PlannedParts(
        List<String> previous,
        List<String> trends,
        List<String> given,
        Map<String, PlannedSeen> seen,
        @Nullable String waiting,
        @Nullable String session,
        @Nullable String sequence) {

    /** @param window the longest that it reads of the stream, in milliseconds */
    record PlannedSeen(String text, StreamSchema stream, long every, long window) {}

    /** @param backfill fills what the clock looks at from retained events; 0 for none */
    static PlannedParts of(RulePlan plan, long backfill) {
        return new PlannedParts(
                plan.previous().stream().map(previous -> recent(plan, previous)).toList(),
                plan.trends().stream().map(trend -> trend(plan, trend)).toList(),
                plan.alerts().stream().map(PlannedParts::given).toList(),
                plan.timing() instanceof Timing.Every every ? seen(plan, every, filled(backfill)) : Map.of(),
                follows(plan) ? "waiting `" + plan.slug() + "`" : null,
                plan.timing() instanceof Timing.SessionEnd end ? session(plan, end) : null,
                plan.body() instanceof RuleBody.Match ? SequenceText.of(plan) : null);
    }

    private static boolean follows(RulePlan plan) {
        return plan.body() instanceof RuleBody.When when && when.follow() != null;
    }

    /** The same with a sequence of its own. */
    PlannedParts ofCandidate() {
        return new PlannedParts(previous, trends, given, seen, waiting, session, sequence + " of the candidate");
    }

    /** Of all, besides the series. */
    Collection<String> texts() {
        return Stream.of(
                        previous.stream(),
                        trends.stream(),
                        given.stream().filter(text -> !text.isEmpty()),
                        seen.values().stream().map(PlannedSeen::text),
                        Stream.ofNullable(waiting),
                        Stream.ofNullable(session),
                        Stream.ofNullable(sequence))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    /** Of those that a pause does not end: a sequence must not miss an event. */
    Collection<String> textsOfPaused() {
        return texts().stream().filter(text -> !text.equals(sequence)).toList();
    }

    private static String recent(RulePlan plan, PreviousEvent previous) {
        List<String> streams = previous.stream() == null
                ? streams(plan)
                : List.of(previous.stream().name());
        return "recent(" + quoted(streams) + ") within " + millis(previous.within());
    }

    private static String given(AlertAction alert) {
        AlertAction.Context context = alert.given();
        return context == null ? "" : "recent(`" + context.stream().name() + "`) last " + context.events();
    }

    private static String trend(RulePlan plan, Trend trend) {
        return "trend(" + quoted(streams(plan)) + ", " + (trend.increases() ? "up" : "down") + ", "
                + trend.times() + ", "
                + Expressions.withoutLets(trend.operand(), plan.lets()).canonical() + ") within "
                + millis(trend.within());
    }

    /** What sets apart the parts that a backfill fills: they hold nothing else before it. */
    static String filled(long backfill) {
        return backfill == 0 ? "" : " backfill " + backfill;
    }

    private static Map<String, PlannedSeen> seen(RulePlan plan, Timing.Every every, String filled) {
        Map<String, PlannedSeen> seen = new TreeMap<>();
        for (Aggregate aggregate : plan.aggregates()) {
            if (aggregate.window() instanceof Window.Time window) {
                PlannedSeen one = seen(
                        aggregate.stream(),
                        every.length().toMillis(),
                        window.length().toMillis(),
                        filled);
                seen.merge(aggregate.stream().name(), one, (a, b) -> a.window() >= b.window() ? a : b);
            }
        }
        return seen;
    }

    private static PlannedSeen seen(StreamSchema stream, long every, long window, String filled) {
        String text = "seen(`" + stream.name() + "`) every " + every + " in " + window + filled;
        return new PlannedSeen(text, stream, every, window);
    }

    private static String session(RulePlan plan, Timing.SessionEnd end) {
        String events = plan.on().stream()
                .map(trigger -> "`" + trigger.stream().name() + "`"
                        + (trigger.where() == null
                                ? ""
                                : " where "
                                        + Expressions.withoutLets(trigger.where(), plan.lets())
                                                .canonical()))
                .sorted()
                .collect(Collectors.joining(", "));
        return "session(" + events + ") gap " + end.gap().toMillis();
    }

    static List<String> streams(RulePlan plan) {
        return plan.on().stream()
                .map(trigger -> trigger.stream().name())
                .distinct()
                .sorted()
                .toList();
    }

    private static String quoted(List<String> names) {
        List<String> quoted = new ArrayList<>();
        names.forEach(name -> quoted.add("`" + name + "`"));
        return String.join(", ", quoted);
    }

    static long millis(@Nullable Duration within) {
        return within == null ? KeyPart.REMEMBERED : within.toMillis();
    }
}
