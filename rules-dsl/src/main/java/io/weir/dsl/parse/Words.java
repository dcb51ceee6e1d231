package io.weir.dsl.parse;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of the language that the parser treats alike. */
public final class Words {

    /** Cannot be names unless they are back-quoted. */
    static final Set<String> RESERVED = Set.of(
            "missing", "present", "no", "next", "match", "when", "then", "where", "and", "or", "not", "is", "in",
            "between", "within", "by", "on", "let", "rule", "true", "false", "else");

    /** Begin a declaration. */
    static final List<String> DECLARATIONS =
            List.of("event", "list", "table", "rates", "feature", "model", "prompt", "test", "rule");

    /** May follow a value, so that a word before them is a name and no phrase: {@code highest contains "x"}. */
    static final Set<String> AFTER_VALUE = Set.of(
            "contains",
            "starts",
            "ends",
            "matches",
            "does",
            "over",
            "to",
            "as",
            "increases",
            "decreases",
            "of",
            "given",
            "otherwise");

    /** What people write for units. */
    static final Map<String, String> UNITS_OF_OTHERS = Map.ofEntries(
            Map.entry("ms", "milliseconds"),
            Map.entry("s", "seconds"),
            Map.entry("sec", "seconds"),
            Map.entry("secs", "seconds"),
            Map.entry("min", "minutes"),
            Map.entry("mins", "minutes"),
            Map.entry("h", "hours"),
            Map.entry("hr", "hours"),
            Map.entry("hrs", "hours"),
            Map.entry("d", "days"),
            Map.entry("month", "days"),
            Map.entry("months", "days"),
            Map.entry("year", "days"),
            Map.entry("years", "days"),
            Map.entry("meters", "m"),
            Map.entry("metres", "m"),
            Map.entry("kilometers", "km"),
            Map.entry("kmh", "km/h"),
            Map.entry("kph", "km/h"),
            Map.entry("kb", "kB"),
            Map.entry("KB", "kB"),
            Map.entry("mb", "MB"),
            Map.entry("gb", "GB"));

    private Words() {}

    /** True for a name that only back-quotes make one, wherever it stands. */
    public static boolean needsQuotes(String name) {
        return RESERVED.contains(name) || !Lexer.isWord(name);
    }
}
