package io.weir.dsl.syntax;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The units that may follow a number, with what one of them is in the unit that values are kept in. */
public enum Unit {
    MILLISECONDS(Dimension.DURATION, "1", "milliseconds", "millisecond"),
    SECONDS(Dimension.DURATION, "1000", "seconds", "second"),
    MINUTES(Dimension.DURATION, "60000", "minutes", "minute"),
    HOURS(Dimension.DURATION, "3600000", "hours", "hour"),
    DAYS(Dimension.DURATION, "86400000", "days", "day"),
    WEEKS(Dimension.DURATION, "604800000", "weeks", "week"),
    METRES(Dimension.LENGTH, "1", "m"),
    KILOMETRES(Dimension.LENGTH, "1000", "km"),
    KILOMETRES_PER_HOUR(Dimension.SPEED, "1", "km/h"),
    MILES_PER_HOUR(Dimension.SPEED, "0.44704", "mph"),
    KILOBYTES(Dimension.SIZE, "1000", "kB"),
    MEGABYTES(Dimension.SIZE, "1000000", "MB"),
    GIGABYTES(Dimension.SIZE, "1000000000", "GB"),
    PERCENT(Dimension.SHARE, "0.01", "percent");

    /** What a unit measures; each is kept in milliseconds, metres, metres per second, bytes, or parts of one. */
    public enum Dimension {
        DURATION,
        LENGTH,
        SPEED,
        SIZE,
        SHARE
    }

    private static final Map<String, Unit> BY_WORD = new HashMap<>();

    static {
        for (Unit unit : values()) {
            unit.words.forEach(word -> BY_WORD.put(word, unit));
        }
    }

    private final Dimension dimension;
    private final BigDecimal factor;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> words;

    Unit(Dimension dimension, String factor, String... words) {
        this.dimension = dimension;
        this.factor = new BigDecimal(factor);
        this.words = List.of(words);
    }

    public static @Nullable Unit of(String word) {
        return BY_WORD.get(word);
    }

    /** The words for units of that dimension, the usual one first. */
    public static List<String> words(Dimension dimension) {
        List<String> words = new ArrayList<>();
        for (Unit unit : values()) {
            if (unit.dimension == dimension) {
                words.addAll(unit.words);
            }
        }
        return words;
    }

    /** The words for all units that are longer than a sign. */
    public static List<String> words() {
        return BY_WORD.keySet().stream()
                .filter(word -> word.length() > 3)
                .sorted()
                .toList();
    }

    public Dimension dimension() {
        return dimension;
    }

    /** That many of this, in the unit that values are kept in; 34 digits where it does not come out even. */
    public BigDecimal inBase(BigDecimal number) {
        return this == KILOMETRES_PER_HOUR
                ? number.divide(new BigDecimal("3.6"), MathContext.DECIMAL128)
                : number.multiply(factor);
    }

    /** As the language writes it. */
    public String text() {
        return words.get(0);
    }
}
