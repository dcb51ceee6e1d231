package io.weir.engine.naive;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts that say which parts of them could be otherwise: of {@code ⟦one¦two⟧} the first holds, and the second is simpler; {@code ⟦one⟧}
 * might be left out. A shrinker tries that.
 */
final class Marks {

    private static final char OPEN = '⟦';
    private static final char OR = '¦';
    private static final char CLOSE = '⟧';

    private Marks() {}

    static String optional(String text) {
        return OPEN + text + CLOSE;
    }

    static String either(String text, String... simpler) {
        return OPEN + text + OR + String.join("" + OR, simpler) + CLOSE;
    }

    /** The text that holds. */
    static String plain(String marked) {
        int open = marked.indexOf(OPEN);
        if (open < 0) {
            return marked;
        }
        int close = close(marked, open);
        return marked.substring(0, open)
                + plain(alternatives(marked, open, close).get(0))
                + plain(marked.substring(close + 1));
    }

    /** All texts in which one part is simpler. */
    static List<String> simpler(String marked) {
        List<String> simpler = new ArrayList<>();
        for (int open = marked.indexOf(OPEN); open >= 0; open = marked.indexOf(OPEN, open + 1)) {
            int close = close(marked, open);
            List<String> alternatives = alternatives(marked, open, close);
            List<String> others = alternatives.size() == 1 ? List.of("") : alternatives.subList(1, alternatives.size());
            for (String other : others) {
                simpler.add(marked.substring(0, open) + other + marked.substring(close + 1));
            }
        }
        return simpler;
    }

    private static int close(String marked, int open) {
        int depth = 0;
        for (int at = open; ; at++) {
            depth += marked.charAt(at) == OPEN ? 1 : marked.charAt(at) == CLOSE ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
    }

    private static List<String> alternatives(String marked, int open, int close) {
        List<String> alternatives = new ArrayList<>();
        int depth = 0;
        int from = open + 1;
        for (int at = open + 1; at < close; at++) {
            depth += marked.charAt(at) == OPEN ? 1 : marked.charAt(at) == CLOSE ? -1 : 0;
            if (depth == 0 && marked.charAt(at) == OR) {
                alternatives.add(marked.substring(from, at));
                from = at + 1;
            }
        }
        alternatives.add(marked.substring(from, close));
        return alternatives;
    }
}
