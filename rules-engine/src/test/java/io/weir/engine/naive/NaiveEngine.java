package io.weir.engine.naive;

import io.weir.dsl.Compilation;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.RulePlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a world mean, computed anew from its whole history for each event. It knows the language's page and the plans
 * only, nothing of how the engine does it.
 */
public final class NaiveEngine implements Engine {

    private final Readings readings;

    public NaiveEngine() {
        this(Readings.CHOSEN);
    }

    public NaiveEngine(Readings readings) {
        this.readings = readings;
    }

    @Override
    public List<Outcome> run(World world) {
        Compilation compiled = world.compile();
        if (!compiled.ok()) {
            throw new IllegalArgumentException(compiled.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .toList()
                    .toString());
        }
        List<Event> events = world.events().stream()
                .filter(event -> event.time() >= world.liveFrom() && event.time() <= world.end())
                .sorted(Event.ORDER)
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (RulePlan rule : compiled.rules()) {
            byKey(rule, events).forEach((key, history) -> outcomes.addAll(run(rule, world, key, history)));
        }
        outcomes.sort(Comparator.comparingLong(Outcome::time).thenComparing(Outcome::line));
        return outcomes;
    }

    private List<Outcome> run(RulePlan rule, World world, List<Object> key, List<Event> history) {
        Evaluator evaluator = new Evaluator(rule, world);
        List<Firing> firings = new KeyRun(rule, evaluator, key, history, world.end(), readings).firings();
        return new Acts(rule, evaluator, key).of(firings);
    }

    // Without a key each event stands alone; an event whose key is missing stands nowhere.
    static Map<List<Object>, List<Event>> byKey(RulePlan rule, List<Event> events) {
        Map<List<Object>, List<Event>> histories = new LinkedHashMap<>();
        for (Event event : events) {
            KeySpec spec = rule.key();
            List<Object> key = spec == null ? List.of(event) : key(spec, event);
            if (key != null) {
                histories.computeIfAbsent(key, any -> new ArrayList<>()).add(event);
            }
        }
        return histories;
    }

    private static @Nullable List<Object> key(KeySpec spec, Event event) {
        List<Object> key = new ArrayList<>();
        for (String field : spec.fieldsIn(event.stream())) {
            Object value = event.field(field);
            if (value == null) {
                return null;
            }
            key.add(value instanceof BigDecimal decimal ? new BigDecimal(Texts.plain(decimal)) : value);
        }
        return key;
    }
}
