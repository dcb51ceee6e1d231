package io.weir.engine.naive;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.plan.Field;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.StreamSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A world told event by event, in seconds. */
final class Story {

    private static final long MILLIS = 1_000;

    private final String declarations;
    private final Map<String, StreamSchema> schemas;
    private final List<String> rules = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, List<World.TableRow>> tables = new HashMap<>();
    private final Map<String, List<Object>> lists = new HashMap<>();
    private final Map<String, Double> scores = new HashMap<>();
    private long end = 1_000_000_000;
    private long liveFrom = Long.MIN_VALUE;

    Story(String declarations) {
        this.declarations = declarations;
        this.schemas = RuleCompiler.compile(List.of(new Source("declarations.weir", declarations)))
                .environment()
                .streams();
    }

    static MoneyAmount eur(String amount) {
        return new MoneyAmount(new BigDecimal(amount), "EUR");
    }

    static MoneyAmount usd(String amount) {
        return new MoneyAmount(new BigDecimal(amount), "USD");
    }

    /** Clauses of a rule called "r1", "r2" and so on. */
    Story rule(String clauses) {
        rules.add("rule \"r" + (rules.size() + 1) + "\" " + clauses);
        return this;
    }

    /** An event with fields, each a name and its value. */
    Story at(double seconds, String stream, Object... fields) {
        StreamSchema schema = Objects.requireNonNull(schemas.get(stream), stream);
        long time = Math.round(seconds * MILLIS);
        Map<String, Object> values = new HashMap<>();
        values.put(schema.fields().get(schema.timeSlot()).name(), time);
        for (int i = 0; i < fields.length; i += 2) {
            put(values, schema, (String) fields[i], fields[i + 1]);
        }
        events.add(new Event(stream, schema.topic(), 0, events.size(), time, values));
        return this;
    }

    private static void put(Map<String, Object> values, StreamSchema schema, String name, Object value) {
        Field field = schema.fields().get(schema.slotOf(name));
        if (field.currencySlot() >= 0 && value instanceof MoneyAmount money) {
            values.put(schema.fields().get(field.currencySlot()).name(), money.currency());
        }
        values.put(name, value instanceof Integer whole ? (Object) whole.longValue() : value);
    }

    Story row(String table, double from, List<Object> keys, @Nullable Map<String, Object> columns) {
        tables.computeIfAbsent(table, any -> new ArrayList<>())
                .add(new World.TableRow(keys, Math.round(from * MILLIS), columns));
        return this;
    }

    Story list(String name, Object... entries) {
        lists.put(name, List.of(entries));
        return this;
    }

    Story score(String model, double answer) {
        scores.put(model, answer);
        return this;
    }

    Story until(double seconds) {
        end = Math.round(seconds * MILLIS);
        return this;
    }

    Story liveFrom(double seconds) {
        liveFrom = Math.round(seconds * MILLIS);
        return this;
    }

    World world() {
        return new World(declarations, rules, events, tables, lists, scores, end, liveFrom);
    }

    List<Outcome> outcomes() {
        return new NaiveEngine().run(world());
    }

    /** What was sent, each as its second and its text, its topic, or the fields that it emitted. */
    List<String> told() {
        return outcomes().stream().map(Story::told).toList();
    }

    private static String told(Outcome outcome) {
        String what = switch (outcome.kind()) {
            case ALERT -> outcome.text() + (outcome.suppressed() > 0 ? " +" + outcome.suppressed() : "");
            case EMIT -> Outcome.shown(outcome.values());
            case ROUTE -> "-> " + outcome.topic();
        };
        return Outcome.shown(BigDecimal.valueOf(outcome.time(), 3)) + " " + what;
    }
}
