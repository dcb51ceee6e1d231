package io.weir.engine.naive;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules, all that they read, and how far event time went.
 *
 * @param declarations events, lists, tables, models, features
 * @param rules each a text, whose {@link Marks} a shrinker may use
 * @param events in the order in which they came
 * @param tables the rows of each; all of them came before any event
 * @param lists the entries of those that are published on their own
 * @param scores what the models that are live answer, whatever they are given
 * @param end the watermark: events and deadlines up to it have been evaluated
 * @param liveFrom the rules went live then: no event before it counts or triggers
 */
public record World(
        String declarations,
        List<String> rules,
        List<Event> events,
        Map<String, List<TableRow>> tables,
        Map<String, List<Object>> lists,
        Map<String, Double> scores,
        long end,
        long liveFrom) {

    /**
     * A version of a table's row.
     *
     * @param validFrom 0 where the table is not versioned
     * @param columns null where it ends
     */
    public record TableRow(
            List<Object> keys, long validFrom, @Nullable Map<String, Object> columns) {}

    public World {
        rules = List.copyOf(rules);
        events = List.copyOf(events);
    }

    /** Everything but the rows. */
    public Compilation compile() {
        List<Source> sources = new ArrayList<>(List.of(new Source("declarations.weir", declarations)));
        for (int i = 0; i < rules.size(); i++) {
            sources.add(new Source("rule" + i + ".weir", Marks.plain(rules.get(i))));
        }
        return RuleCompiler.compile(sources);
    }

    /** The declarations and the rules as one text. */
    public String text() {
        return declarations + rules.stream().map(Marks::plain).collect(Collectors.joining("\n", "\n", "\n"));
    }

    /** All that one must know to tell by hand what the rules send. */
    String describe() {
        String came = events.stream()
                .sorted(Event.ORDER)
                .map(event -> "  " + event.time() + " " + event.coordinates() + " " + Outcome.shown(event.fields()))
                .collect(Collectors.joining("\n"));
        return text() + "\nevents, in order, up to " + end + (liveFrom > 0 ? ", live from " + liveFrom : "") + "\n"
                + came + "\ntables " + tables + "\nlists " + lists + "\nscores " + scores;
    }

    public World withEvents(List<Event> fewer) {
        return new World(declarations, rules, fewer, tables, lists, scores, end, liveFrom);
    }

    World withRules(List<String> others) {
        return new World(declarations, others, events, tables, lists, scores, end, liveFrom);
    }
}
