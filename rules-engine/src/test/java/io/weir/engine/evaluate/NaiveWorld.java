package io.weir.engine.evaluate;

import io.weir.dsl.plan.MoneyAmount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A seeded random world of events, rules and releases, and what the rules' aggregates are: computed anew from the whole history for
 * each event, with lists and BigDecimal.
 */
final class NaiveWorld {

    static final String STREAMS = """
            event A { id: text? n: int? d: decimal? f: float? m: money in c? c: text? ok: bool? at: timestamp } time at
            event B { id: text? n: int? d: decimal? f: float? m: money in c? c: text? ok: bool? at: timestamp } time at
            """;

    private static final List<String> OPERANDS = List.of("n", "d", "f", "m", "(n * 3 - 1)", "(d + n)");
    private static final List<String> WHERES = List.of("", "ok", "not ok", "n > 2", "c is \"EUR\"", "n > 2 and ok");

    private final Random random;

    NaiveWorld(Random random) {
        this.random = random;
    }

    record Event(
            String stream,
            String id,
            @Nullable Long n,
            @Nullable BigDecimal d,
            @Nullable Double f,
            @Nullable BigDecimal m,
            @Nullable String c,
            @Nullable Boolean ok,
            long at) {

        String json() {
            return "{" + (id.isEmpty() ? "" : "'id':'" + id + "',") + "'n':" + n + ",'d':" + d + ",'f':" + f + ",'m':"
                    + m + ",'c':" + (c == null ? "null" : "'" + c + "'") + ",'ok':" + ok + ",'at':" + at + "}";
        }
    }

    /** @param unit of its length: events, or milliseconds */
    record Agg(String function, String stream, String operand, String where, long length, String unit, boolean last) {

        String series() {
            return stream + "|" + operand + "|" + where;
        }

        String text() {
            String what = function.equals("count")
                    ? "count of " + stream
                    : function + (function.endsWith("est") ? " " : " of ") + qualified(operand);
            return what + (where.isEmpty() ? "" : " where " + where) + " over the " + (last ? "last " : "previous ")
                    + length + " " + unit;
        }

        private String qualified(String operand) {
            return operand.replaceAll("\\b([ndfm])\\b", stream + ".$1");
        }
    }

    /** Fires for each event of its streams, so that the values of all its aggregates are seen. */
    record Rule(String name, List<String> on, List<Agg> aggregates) {

        String text() {
            StringBuilder lets = new StringBuilder();
            for (int i = 0; i < aggregates.size(); i++) {
                lets.append("  let v")
                        .append(i)
                        .append(" = ")
                        .append(aggregates.get(i).text())
                        .append('\n');
            }
            return "rule \"" + name + "\"\n  on " + String.join(", ", on) + " by id\n" + lets
                    + "  when v0 is missing or v0 is present\n  then alert \"x\"\n";
        }
    }

    List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(random.nextInt(count * 4)));
        }
        events.sort(Comparator.comparingLong(Event::at).thenComparing(Event::stream));
        return events;
    }

    private Event event(long at) {
        return new Event(
                random.nextInt(3) == 0 ? "B" : "A",
                random.nextInt(12) == 0 ? "" : "k" + random.nextInt(3),
                maybe((long) random.nextInt(8) - 2),
                maybe(BigDecimal.valueOf(
                        random.nextInt(50) == 0 ? random.nextLong() : random.nextInt(1000) - 300, random.nextInt(4))),
                maybe(random.nextInt(4) == 0 ? random.nextGaussian() * 1e9 : (double) random.nextInt(10)),
                maybe(BigDecimal.valueOf(random.nextInt(500), 2)),
                maybe(random.nextInt(9) == 0 ? "USD" : "EUR"),
                maybe(random.nextBoolean()),
                at);
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(10) == 0 ? null : value;
    }

    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<Agg> aggregates = new ArrayList<>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                aggregates.add(agg());
            }
            List<String> on =
                    List.of(List.of("A"), List.of("B"), List.of("A", "B")).get(random.nextInt(3));
            rules.add(new Rule("r" + i, on, aggregates));
        }
        return rules;
    }

    private Agg agg() {
        String function =
                List.of("count", "sum", "average", "highest", "lowest").get(random.nextInt(5));
        return new Agg(
                function,
                random.nextInt(3) == 0 ? "B" : "A",
                function.equals("count") ? "" : OPERANDS.get(random.nextInt(OPERANDS.size())),
                WHERES.get(random.nextInt(WHERES.size())),
                List.of(1L, 7L, 50L, 300L, 2000L).get(random.nextInt(5)),
                random.nextInt(3) == 0 ? "events" : "milliseconds",
                random.nextBoolean());
    }

    /**
     * The aggregate's value for the last event of a history.
     *
     * @param liveFrom events before that time do not count
     */
    static @Nullable Object value(Agg agg, List<Event> history, long liveFrom) {
        Event now = history.get(history.size() - 1);
        Predicate<Event> where = where(agg.where());
        boolean ofTime = agg.unit().equals("milliseconds");
        List<Event> counted = new ArrayList<>();
        for (Event event : history.subList(0, history.size() - (agg.last() ? 0 : 1))) {
            if (event.stream().equals(agg.stream())
                    && event.id().equals(now.id())
                    && (!ofTime || event.at() > now.at() - agg.length())
                    && event.at() >= liveFrom
                    && where.test(event)) {
                counted.add(event);
            }
        }
        while (!ofTime && counted.size() > agg.length()) {
            counted.remove(0);
        }
        return agg.function().equals("count") ? (Object) (long) counted.size() : number(agg, counted);
    }

    private static @Nullable Object number(Agg agg, List<Event> counted) {
        Function<Event, @Nullable BigDecimal> operand = operand(agg.operand());
        List<Event> present =
                counted.stream().filter(event -> operand.apply(event) != null).toList();
        List<BigDecimal> values = present.stream().map(operand).toList();
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Set<String> currencies = agg.operand().equals("m")
                ? present.stream().map(Event::c).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
        if (currencies.size() > 1 || values.isEmpty() && !agg.function().equals("sum")) {
            return null;
        }
        BigDecimal count = BigDecimal.valueOf(values.size());
        BigDecimal result = switch (agg.function()) {
            case "sum" -> sum;
            case "average" ->
                agg.operand().equals("f")
                        ? BigDecimal.valueOf(sum.doubleValue() / values.size())
                        : sum.divide(count, MathContext.DECIMAL128);
            case "highest" -> values.stream().max(Comparator.naturalOrder()).orElseThrow();
            default -> values.stream().min(Comparator.naturalOrder()).orElseThrow();
        };
        return typed(agg, result, currencies);
    }

    private static Object typed(Agg agg, BigDecimal value, Set<String> currencies) {
        if (agg.operand().equals("f")) {
            return value.doubleValue();
        } else if (!currencies.isEmpty()) {
            return new MoneyAmount(plain(value), currencies.iterator().next());
        }
        boolean whole = agg.operand().equals("n") || agg.operand().startsWith("(n");
        return whole && !agg.function().equals("average") ? (Object) value.longValueExact() : plain(value);
    }

    static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static Predicate<Event> where(String where) {
        return switch (where) {
            case "" -> event -> true;
            case "ok" -> event -> Boolean.TRUE.equals(event.ok());
            case "not ok" -> event -> Boolean.FALSE.equals(event.ok());
            case "n > 2" -> event -> event.n() != null && event.n() > 2;
            case "n > 2 and ok" -> event -> event.n() != null && event.n() > 2 && Boolean.TRUE.equals(event.ok());
            default -> event -> "EUR".equals(event.c());
        };
    }

    private static Function<Event, @Nullable BigDecimal> operand(String operand) {
        return switch (operand) {
            case "n" -> event -> event.n() == null ? null : BigDecimal.valueOf(event.n());
            case "d" -> Event::d;
            case "f" -> event -> event.f() == null ? null : new BigDecimal(event.f());
            case "m" -> event -> event.c() == null ? null : event.m();
            case "(d + n)" ->
                event -> event.n() == null || event.d() == null
                        ? null
                        : event.d().add(BigDecimal.valueOf(event.n()));
            default -> event -> event.n() == null ? null : BigDecimal.valueOf(event.n() * 3 - 1);
        };
    }

    /**
     * Since when an aggregate counts: the first of the latest releases in a row that all read its series that far back.
     *
     * @param releases the rules of each, up to the one at hand
     * @param from the time of each
     */
    static long liveFrom(Agg agg, List<List<Rule>> releases, List<Long> from) {
        int first = releases.size() - 1;
        while (first > 0 && reads(releases.get(first - 1), agg)) {
            first--;
        }
        return from.get(first);
    }

    private static boolean reads(List<Rule> rules, Agg agg) {
        return rules.stream()
                .flatMap(rule -> rule.aggregates().stream())
                .anyMatch(other -> other.series().equals(agg.series())
                        && other.unit().equals(agg.unit())
                        && other.length() >= agg.length());
    }
}
