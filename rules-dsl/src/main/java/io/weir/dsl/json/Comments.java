package io.weir.dsl.json;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The comments around a node, each from its sign to the end of its line; an empty one is a blank line. */
final class Comments {

    /** Where a comment stands. */
    enum Where {
        /** In lines of their own before it. */
        ABOVE,
        /** Behind its last word. */
        BEHIND,
        /** Indented, below a declaration. */
        BELOW,
        /** In lines of their own before its last word. */
        INSIDE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Where named(String text) {
            return Stream.of(values())
                    .filter(where -> where.text().equals(text))
                    .findFirst()
                    .orElse(null);
        }

        /** Around a file nothing stands, and below a line only its declaration ends. */
        boolean fits(Kind<?> kind) {
            return this == INSIDE
                    || (kind != DeclarationKinds.FILE
                            && (this != BELOW || kind.families().contains(Family.DECLARATION)));
        }
    }

    private final Map<Where, List<String>> lines = new EnumMap<>(Where.class);

    /** True for a whole comment, or a blank line. */
    static boolean isLine(String line) {
        return (line.isEmpty() || line.startsWith("#")) && line.indexOf('\n') < 0;
    }

    List<String> at(Where where) {
        return lines.getOrDefault(where, List.of());
    }

    void add(Where where, String line) {
        lines.computeIfAbsent(where, none -> new ArrayList<>()).add(line);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }
}
