package io.weir.dsl.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Chooses at random, and knows the smallest pieces: names, numbers, texts. */
final class Dice {

    /** Half of them words of the language. */
    private static final List<String> NAMES = List.of(
            "a",
            "amount",
            "café",
            "x1",
            "_k",
            "price",
            "Trade",
            "ABC",
            "`rule`",
            "`the place`",
            "count",
            "sum",
            "list",
            "topic",
            "event",
            "score",
            "route",
            "sequence",
            "every",
            "at",
            "to",
            "from",
            "x",
            "day",
            "over",
            "alert",
            "contains",
            "minutes",
            "m",
            "given",
            "time",
            "more",
            "followed",
            "session",
            "test",
            "model");

    /** Names that begin no phrase and go on with no value, wherever they stand. */
    private static final List<String> PLAIN = List.of(
            "a", "amount", "café", "x1", "price", "here", "`when`", "`a b`", "count", "at", "key", "EUR", "day");

    private static final List<String> UNITS =
            List.of("milliseconds", "second", "minutes", "hour", "days", "weeks", "km/h", "mph", "m", "kB", "percent");

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String one(String... words) {
        return words[random.nextInt(words.length)];
    }

    <T> T one(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }

    boolean rarely() {
        return random.nextInt(4) == 0;
    }

    String maybe(String words) {
        return random.nextInt(3) == 0 ? words : "";
    }

    /** As many as chance wants, at least so many. */
    List<String> some(int least, Supplier<String> piece) {
        List<String> pieces = new ArrayList<>();
        for (int i = random.nextInt(4) + least; i > 0; i -= 1 + random.nextInt(2)) {
            pieces.add(piece.get());
        }
        return pieces;
    }

    /** Pieces parted by commas. */
    String commas(int least, Supplier<String> piece) {
        return String.join(" , ", some(least, piece));
    }

    /** Pieces parted by commas, with one behind the last where there is any. */
    String loose(Supplier<String> piece) {
        String pieces = commas(0, piece);
        return pieces.isEmpty() ? "" : pieces + maybe(" ,");
    }

    /** Some of the clauses, in any order. */
    String shuffled(String... clauses) {
        List<String> chosen = new ArrayList<>(List.of(clauses));
        Collections.shuffle(chosen, random);
        chosen.removeIf(clause -> random.nextBoolean());
        return String.join(" ", chosen);
    }

    String name() {
        return one(NAMES);
    }

    String plain() {
        return one(PLAIN);
    }

    String path() {
        return plain() + maybe(" . " + name()) + (rarely() ? maybe(" . " + plain()) : "");
    }

    String whole() {
        return one("1", "2", "10", "1_000");
    }

    String number() {
        return one("0", "3", "2.5", "1_000", "0.000_1", "99.9");
    }

    String quantity() {
        return number() + " " + (rarely() ? one("EUR", "USD") : one(UNITS));
    }

    String duration() {
        return number() + " " + one(UNITS);
    }

    String text() {
        return one(
                "\"\"",
                "\"a # b\"",
                "\"{not a place\"",
                "\"\\\"\\\\ \\n\"",
                "\"\"\"\n  long {\n  \"text\" # so\n  \"\"\"");
    }

    /** A text with places. */
    String template() {
        return one(
                "\"{a}: {count}\"",
                "\"\"",
                "\"{ there . `the city` } {{}: a rather long text\"",
                "\"\"\"\n One\n  {rule}.\n\"\"\"");
    }

    String literal() {
        return one(
                maybe("- ") + number(), maybe("- ") + quantity(), text(), "true", "false", "timestamp \"2026-01-01\"");
    }

    String list() {
        String entries = loose(this::literal);
        return "[ " + (rarely() && !entries.isEmpty() ? "\"DE\" , ".repeat(below(30)) : "") + entries + " ]";
    }
}
