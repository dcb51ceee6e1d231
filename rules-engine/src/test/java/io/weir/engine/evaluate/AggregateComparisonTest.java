package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.MoneyAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Rules with every aggregate of every type, over windows of time and of events, also of those events that are like the triggering
 * one, against {@link NaiveAggregate}.
 */
class AggregateComparisonTest {

    private static final int EVENTS = 80;

    private static final String STREAMS = """
            event A {
              id: text, n: int?, d: decimal?, f: float?, m: money in c?, c: text?, t: text?, ok: bool?, took: duration?, due: timestamp?,
              g: geo?, ip: ip?, l: list of text?, at: timestamp
            } time at
            event B { id: text, t: text?, n: int?, at: timestamp } time at
            """;

    /** What a row of the triggering event's may be asked for, and the same by hand. */
    private static final Map<String, BiPredicate<Event, Event>> WHERES = wheres();

    private static final List<String> ALL = List.of(
            "sum of",
            "average of",
            "stddev of",
            "highest",
            "lowest",
            "median of",
            "percentile 90 of",
            "percentile 12.5 of");
    private static final List<String> ANY = List.of("first", "last");
    private static final Map<String, List<String>> FUNCTIONS = functions();

    private record Event(boolean a, Map<String, Object> fields, long at) {

        @Nullable
        Object get(String field) {
            Object value = fields.get(field);
            boolean unknownCurrency = field.equals("m") && fields.get("c") == null;
            return value == null || unknownCurrency
                    ? null
                    : field.equals("m") ? new MoneyAmount((BigDecimal) value, (String) fields.get("c")) : value;
        }

        boolean equal(String own, Event other, String others) {
            Object left = get(own);
            Object right = other.get(others);
            return left != null
                    && right != null
                    && NaiveAggregate.plain(exact(left)).equals(NaiveAggregate.plain(exact(right)));
        }

        private static Object exact(Object value) {
            return value instanceof Long number
                    ? BigDecimal.valueOf(number)
                    : value instanceof Double real ? new BigDecimal(real) : value;
        }

        String json() {
            return fields.entrySet().stream()
                    .map(field -> "'" + field.getKey() + "':" + json(field.getValue()))
                    .collect(Collectors.joining(",", "{", ",'at':" + at + "}"));
        }

        private static String json(Object value) {
            if (value instanceof List<?> list) {
                return list.stream().map(entry -> "'" + entry + "'").collect(Collectors.joining(",", "[", "]"));
            } else if (value instanceof String text) {
                String[] place = text.split(",", 2);
                return place.length == 2 ? "{'lat':" + place[0] + ",'lon':" + place[1] + "}" : "'" + text + "'";
            }
            return value.toString();
        }
    }

    private record Agg(String function, String operand, String where, String window, boolean last) {

        String text() {
            String what = function.equals("count of") ? "count of A" : function + " A." + operand;
            return what + (where.isEmpty() ? "" : " where " + where) + " over the " + (last ? "last " : "previous ")
                    + window;
        }

        /** As it stands in an alert. */
        @Nullable
        Object shown(List<Event> history) {
            Object value = value(history);
            boolean isTime = operand.equals("due") && !function.equals("distinct");
            return isTime && value != null ? "1970-01-01T00:00:00.%03dZ".formatted(value) : value;
        }

        private @Nullable Object value(List<Event> history) {
            Event here = history.get(history.size() - 1);
            BiPredicate<Event, Event> counts = WHERES.get(where);
            List<Event> passed = new ArrayList<>(history.subList(0, history.size() - (last ? 0 : 1)));
            passed.removeIf(
                    event -> !event.a() || !event.get("id").equals(here.get("id")) || !counts.test(event, here));
            long length = Long.parseLong(window.split(" ")[0]);
            boolean ofEvents = window.endsWith("events");
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = ofEvents ? (int) Math.max(0, passed.size() - length) : 0; i < passed.size(); i++) {
                if (ofEvents || passed.get(i).at() > here.at() - length) {
                    values.add(function.equals("count of") ? 0L : passed.get(i).get(operand));
                }
            }
            String[] words = function.split(" ");
            return NaiveAggregate.value(
                    AggregateFunction.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)),
                    new BigDecimal(words.length == 3 ? words[1] : "50"),
                    values,
                    zero());
        }

        private Object zero() {
            return switch (operand) {
                case "f" -> 0.0;
                case "d", "m" -> BigDecimal.ZERO;
                default -> 0L;
            };
        }
    }

    private static Map<String, BiPredicate<Event, Event>> wheres() {
        Map<String, BiPredicate<Event, Event>> wheres = new LinkedHashMap<>();
        wheres.put("", (event, here) -> true);
        wheres.put("A.ok", (event, here) -> Boolean.TRUE.equals(event.get("ok")));
        wheres.put("A.t is here.t", (event, here) -> event.equal("t", here, "t"));
        wheres.put("here.t is A.c", (event, here) -> event.equal("c", here, "t"));
        wheres.put("A.d is here.n", (event, here) -> event.equal("d", here, "n"));
        wheres.put("A.f is here.n", (event, here) -> event.equal("f", here, "n"));
        wheres.put(
                "A.ok and A.n is here.n and A.t is here.t",
                (event, here) -> Boolean.TRUE.equals(event.get("ok"))
                        && event.equal("n", here, "n")
                        && event.equal("t", here, "t"));
        return wheres;
    }

    private static Map<String, List<String>> functions() {
        Map<String, List<String>> functions = new LinkedHashMap<>();
        for (String number : List.of("n", "d", "f", "m")) {
            functions.put(number, joined(ALL, ANY, List.of("distinct")));
        }
        for (String measure : List.of("took", "due")) {
            functions.put(measure, joined(ALL.subList(3, 8), ANY, List.of("distinct")));
        }
        for (String text : List.of("t", "ok", "ip")) {
            functions.put(text, joined(ANY, List.of("distinct")));
        }
        functions.put("g", ANY);
        functions.put("l", ANY);
        functions.put("", List.of("count of"));
        return functions;
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        return java.util.Arrays.stream(lists).flatMap(List::stream).toList();
    }

    @Test
    void aggregates_ofRandomRules_areWhatTheWholeHistorySays() {
        for (long seed = 0; seed < 60; seed++) {
            compare(seed);
        }
    }

    @Test
    @Tag("long")
    void aggregates_ofManyRandomRules_areWhatTheWholeHistorySays() {
        long seed = System.nanoTime();
        System.err.println("seed " + seed);
        for (int i = 0; i < 10_000; i++) {
            compare(seed + i);
        }
    }

    private static void compare(long seed) {
        Random random = new Random(seed);
        World world = new World(seed % 2 == 0, (model, signature) -> inputs -> 0);
        world.publish(null, STREAMS);
        boolean onB = random.nextInt(4) == 0;
        List<Agg> aggregates = new ArrayList<>();
        StringBuilder rule = new StringBuilder("rule \"r\"\n  on " + (onB ? "B" : "A") + " as here by id\n");
        for (int i = 0; i < 6; i++) {
            aggregates.add(agg(random));
            rule.append("  let v" + i + " = " + aggregates.get(i).text() + "\n");
        }
        rule.append("  when v0 is missing or v0 is present then alert \"x\"\n");
        world.publish(null, rule.toString());
        List<Event> history = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < EVENTS; i++) {
            at += random.nextInt(6);
            Event event = event(random, at);
            history.add(event);
            List<RaisedAlert> raised = world.send(event.a() ? "A" : "B", event.json());
            assertThat(raised).as("seed %s, %s\n%s", seed, event, rule).hasSize(event.a() == onB ? 0 : 1);
            for (int j = 0; j < aggregates.size() && !raised.isEmpty(); j++) {
                Object actual = raised.get(0).alert().values().get("v" + j);
                assertThat(actual == null ? null : NaiveAggregate.plain(actual))
                        .as("seed %s, event %s %s, v%s of\n%s", seed, i, event, j, rule)
                        .isEqualTo(aggregates.get(j).shown(history));
            }
        }
        world.passTo(at + Retention.LONGEST + KeyState.DAY);
        assertThat(world.states).as("seed %s", seed).isEmpty();
    }

    private static Agg agg(Random random) {
        List<String> operands = List.copyOf(new TreeSet<>(FUNCTIONS.keySet()));
        String operand = operands.get(random.nextInt(operands.size()));
        List<String> functions = FUNCTIONS.get(operand);
        return new Agg(
                functions.get(random.nextInt(functions.size())),
                operand,
                List.copyOf(WHERES.keySet()).get(random.nextInt(WHERES.size())),
                List.of("1 milliseconds", "20 milliseconds", "90 milliseconds", "1 events", "3 events", "10 events")
                        .get(random.nextInt(6)),
                random.nextBoolean());
    }

    private static Event event(Random random, long at) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", "k" + random.nextInt(2));
        put(random, fields, "n", (long) random.nextInt(4));
        put(random, fields, "d", BigDecimal.valueOf(random.nextInt(4) * 10L, random.nextInt(2)));
        put(random, fields, "f", random.nextInt(9) / 2.0);
        put(random, fields, "m", BigDecimal.valueOf(random.nextInt(500), 2));
        put(random, fields, "c", random.nextInt(9) == 0 ? "USD" : "EUR");
        put(random, fields, "t", List.of("EUR", "USD", "x", "").get(random.nextInt(4)));
        put(random, fields, "ok", random.nextInt(4) > 0);
        put(random, fields, "took", (long) random.nextInt(20));
        put(random, fields, "due", (long) random.nextInt(20));
        put(random, fields, "g", random.nextInt(9) / 2.0 + "," + random.nextInt(9) / 4.0);
        put(random, fields, "l", List.of("a", "bc", "").subList(random.nextInt(2), 1 + random.nextInt(3)));
        put(random, fields, "ip", "10.0.0." + random.nextInt(4));
        return new Event(random.nextInt(3) > 0, fields, at);
    }

    private static void put(Random random, Map<String, Object> fields, String name, Object value) {
        if (random.nextInt(8) > 0) {
            fields.put(name, value);
        }
    }
}
