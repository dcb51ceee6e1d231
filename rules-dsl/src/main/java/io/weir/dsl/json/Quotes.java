package io.weir.dsl.json;

import io.weir.dsl.parse.Words;
import java.util.stream.Collectors;

/** How names and texts are quoted. */
final class Quotes {

    /** The part of a name that stands in back-quotes without need. */
    static final String QUOTED = "quoted";
    /** The part of a text that stands between triple quotes, or does not, although others like it do. */
    static final String LONG = "long";

    private static final String LONG_QUOTE = "\"\"\"";
    private static final String INDENT = "  ";

    private Quotes() {}

    static boolean needsQuotes(String name) {
        return Words.needsQuotes(name);
    }

    static String name(String name, boolean quoted) {
        return quoted || needsQuotes(name) ? "`" + name + "`" : name;
    }

    /** True for a text of several lines that triple quotes keep as it is. */
    static boolean isUsuallyLong(String text) {
        return text.contains("\n") && mayBeLong(text);
    }

    /** Triple quotes know no escapes, and take the blanks off both ends. */
    static boolean mayBeLong(String text) {
        return !text.contains(LONG_QUOTE)
                && !text.contains("\r")
                && !text.isEmpty()
                && !Character.isWhitespace(text.charAt(0))
                && !Character.isWhitespace(text.charAt(text.length() - 1));
    }

    static String longText(String text) {
        if (!text.contains("\n") && !text.endsWith("\"")) {
            return LONG_QUOTE + text + LONG_QUOTE;
        }
        return text.lines()
                .map(line -> line.isEmpty() ? line : INDENT + line)
                .collect(Collectors.joining("\n", LONG_QUOTE + "\n", "\n" + INDENT + LONG_QUOTE));
    }

    static String shortText(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
