package io.weir.dsl.json;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a node may be that has no parts of its own; in JSON a text, as a rule writes it. */
enum Leaf implements Shape {
    NAME("name", "[^`\\n]+", "a name: no back-quotes, no line breaks, not empty"),
    /** A name in double quotes. */
    TITLE("title", "", "a text"),
    TEXT("text", "", "a text"),
    /** A text with places for values. */
    TEMPLATE("template", "", "a text"),
    NUMBER(
            "number",
            "[0-9]+(_[0-9]+)*(\\.[0-9]+(_[0-9]+)*)?",
            "a number as a rule writes it, such as \"1_000\" or \"2.5\""),
    CURRENCY("currency", "[A-Z]{3}", "three capitals, such as \"EUR\""),
    QUANTIFIER(
            "quantifier",
            "[+*?]|\\{[0-9]{1,9}(,([0-9]{1,9})?)?\\}",
            "one of \"+\", \"*\", \"?\", \"{2}\", \"{2,}\", \"{2,5}\""),
    CLOCK("clock", "[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]{1,3})?", "a time of day, such as \"00:01:40\"");

    static final int MOST_DIGITS = 34;

    private final String kind;
    private final String pattern;
    private final String description;

    Leaf(String kind, String pattern, String description) {
        this.kind = kind;
        this.pattern = pattern;
        this.description = description;
    }

    String kind() {
        return kind;
    }

    /** All of it must match; empty for any text. */
    String pattern() {
        return pattern;
    }

    String description() {
        return description;
    }

    /** What else may be said of how it is written; null for nothing. */
    @Nullable
    String extra() {
        return this == NAME ? Quotes.QUOTED : mayBeLong() ? Quotes.LONG : null;
    }

    /** Whether triple quotes may stand around it. */
    boolean mayBeLong() {
        return this == TEXT || this == TEMPLATE;
    }

    boolean takes(String value) {
        return (this != NUMBER || isShort(value)) && (pattern.isEmpty() || Pattern.matches(pattern, value));
    }

    private static boolean isShort(String number) {
        return number.length() <= 2 * MOST_DIGITS
                && number.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
    }
}
