package io.weir.engine.naive;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.plan.GeoPoint;
import io.weir.dsl.plan.MoneyAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A seeded random world: few keys, few times, so that much happens at once, values missing, several currencies, events that come in
 * disorder.
 */
public final class RandomWorld {

    static final String TIME = "at";
    static final String CURRENCY = "c";

    /** For all worlds the same. Every field may be missing. */
    public static final String DECLARATIONS = """
            event A {
              k: text?, j: int?, n: int?, d: decimal?, f: float?, m: money in c?, c: text?, fee: money EUR?, t: text?
              ok: bool?, took: duration?, tags: list of text?, place: geo?, at: timestamp
            } time at, up to 1 day late
            event B { k: text?, j: int?, n: int?, m: money in c?, c: text?, t: text?, ok: bool?, at: timestamp
            } time at, up to 1 day late
            event C { owner: text?, j: int?, n: int?, t: text?, place: geo?, at: timestamp } time at, up to 1 day late
            list @named = ["a", "B"]
            list @published of text
            list @numbers of int
            table fx by source, target returns decimal versioned
            table caps by name, level: int returns { most: int, rate: decimal? }
            rates from fx
            feature spent on A by k = sum of n over the last 7 seconds
            feature kinds on A by k = distinct t where n > 0 over the last 5 events
            model live given n: float, d: float returns probability else 0.25
            model dead given n: float returns float else 0.75
            """;

    private static final String[] STREAMS = {"A", "A", "A", "B", "B", "C"};
    private static final String[] TEXTS = {"a", "b", "ab", "B", "b c"};
    private static final List<GeoPoint> PLACES = List.of(
            new GeoPoint(40.4168, -3.7038),
            new GeoPoint(40.5, -3.7),
            new GeoPoint(48.8566, 2.3522),
            new GeoPoint(0, 0));

    private final Random random;
    private final Set<Construct> allowed;
    private final int events;
    private final int keys;
    private final int missing;
    private int compiled;
    private int written;

    public RandomWorld(long seed, Set<Construct> allowed) {
        this(seed, allowed, 35);
    }

    /** @param events about how many */
    public RandomWorld(long seed, Set<Construct> allowed, int events) {
        this.random = new Random(seed * 1_000_003 + 17);
        this.allowed = allowed;
        this.events = events;
        this.keys = 1 + random.nextInt(2);
        this.missing = random.nextBoolean() ? 8 : 40;
    }

    /** How many of the rules that were written could be used; the others had a mistake. */
    int compiled() {
        return compiled;
    }

    int written() {
        return written;
    }

    public World world() {
        List<String> rules = rules();
        List<Event> events = events();
        long last = events.stream().mapToLong(Event::time).max().orElse(0);
        long end = last + (random.nextBoolean() ? 100_000 : random.nextInt(12) * 1_000L);
        long liveFrom = random.nextInt(8) == 0 ? last / 2 : 0;
        return new World(DECLARATIONS, rules, events, tables(), lists(), Map.of("live", 0.625), end, liveFrom);
    }

    private List<String> rules() {
        List<String> rules = new ArrayList<>();
        for (int number = random.nextInt(3); rules.isEmpty() || number > 0; number--) {
            String rule = new RandomRule(random, allowed).rule("r" + rules.size());
            written++;
            if (RuleCompiler.compile(List.of(new Source("w.weir", DECLARATIONS + Marks.plain(rule))))
                    .ok()) {
                compiled++;
                rules.add(rule);
            }
        }
        return rules;
    }

    private List<Event> events() {
        List<Event> some = new ArrayList<>();
        int span = 5 + random.nextInt(30);
        int count = events / 2 + random.nextInt(events);
        for (int i = 0; i < count; i++) {
            long time = random.nextInt(span) * 1_000L + (random.nextInt(8) == 0 ? random.nextInt(2) * 999 + 1 : 0);
            some.add(event(STREAMS[random.nextInt(STREAMS.length)], time));
        }
        return arrived(some);
    }

    // Offsets are those of the order in which they came, in which they are not by time.
    private List<Event> arrived(List<Event> events) {
        Collections.shuffle(events, random);
        Map<String, Long> offsets = new HashMap<>();
        List<Event> arrived = new ArrayList<>();
        for (Event event : events) {
            long offset = offsets.merge(event.stream() + event.partition(), 1L, Long::sum) - 1;
            arrived.add(
                    new Event(event.stream(), event.topic(), event.partition(), offset, event.time(), event.fields()));
        }
        return arrived;
    }

    private Event event(String stream, long time) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(TIME, time);
        maybe(fields, stream.equals("C") ? "owner" : "k", "k" + random.nextInt(keys));
        maybe(fields, "j", (long) random.nextInt(2));
        maybe(fields, "n", (long) random.nextInt(8) - 1);
        maybe(fields, "t", text());
        if (!stream.equals("C")) {
            money(fields);
            maybe(fields, "ok", random.nextBoolean());
        }
        if (stream.equals("A")) {
            maybe(fields, "d", BigDecimal.valueOf(random.nextInt(800) - 100, random.nextInt(3)));
            maybe(fields, "f", random.nextInt(32) / 8.0 - 1);
            maybe(fields, "fee", new MoneyAmount(BigDecimal.valueOf(random.nextInt(500), 2), "EUR"));
            maybe(fields, "took", random.nextInt(5) * 500L);
            maybe(fields, "tags", List.of(text(), text()));
        }
        if (!stream.equals("B")) {
            maybe(fields, "place", PLACES.get(random.nextInt(PLACES.size())));
        }
        return new Event(stream, stream.toLowerCase(Locale.ROOT), random.nextInt(2), 0, time, fields);
    }

    private void money(Map<String, Object> fields) {
        int kind = random.nextInt(12);
        String currency = kind == 0 ? "USD" : kind == 1 ? "GBP" : "EUR";
        if (random.nextInt(missing) > 0) {
            fields.put(CURRENCY, currency);
            maybe(fields, "m", new MoneyAmount(BigDecimal.valueOf(random.nextInt(900), random.nextInt(3)), currency));
        }
    }

    private void maybe(Map<String, Object> fields, String name, Object value) {
        if (random.nextInt(missing) > 0) {
            fields.put(name, value);
        }
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private Map<String, List<World.TableRow>> tables() {
        List<World.TableRow> rates = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            List<Object> keys = List.of(random.nextBoolean() ? "USD" : "GBP", random.nextInt(4) == 0 ? "USD" : "EUR");
            rates.add(new World.TableRow(
                    keys,
                    random.nextInt(20) * 1_000L,
                    random.nextInt(5) == 0 ? null : Map.of("value", BigDecimal.valueOf(1 + random.nextInt(30), 1))));
        }
        List<World.TableRow> caps = new ArrayList<>();
        for (String text : TEXTS) {
            if (random.nextBoolean()) {
                Map<String, Object> columns = new HashMap<>(Map.of("most", (long) random.nextInt(6)));
                maybe(columns, "rate", BigDecimal.valueOf(random.nextInt(30), 1));
                caps.add(new World.TableRow(List.of(text, (long) random.nextInt(2)), 0, columns));
            }
        }
        // No two versions of a row from the same time: which of them holds is not said.
        Set<List<Object>> seen = new HashSet<>();
        rates.removeIf(row -> !seen.add(List.of(row.keys(), row.validFrom())));
        return Map.of("fx", rates, "caps", caps);
    }

    private Map<String, List<Object>> lists() {
        return Map.of("published", List.of("a", "b c"), "numbers", List.of(1L, 4L));
    }
}
