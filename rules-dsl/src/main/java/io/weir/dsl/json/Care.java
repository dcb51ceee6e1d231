package io.weir.dsl.json;

import java.util.Set;

/** How careful a printer is, the least first: what reads well is tried first, what cannot be misread last. */
enum Care {
    NONE(false, false, false),
    /** Back-quotes around names that are words of the language. */
    QUOTED(true, false, false),
    /** Parentheses around phrases that might take what follows them. */
    GUARDED(false, false, true),
    BOTH(true, false, true),
    ALL(true, true, true);

    private final boolean quotesWords;
    private final boolean quotesNames;
    private final boolean guards;

    Care(boolean quotesWords, boolean quotesNames, boolean guards) {
        this.quotesWords = quotesWords;
        this.quotesNames = quotesNames;
        this.guards = guards;
    }

    boolean quotes(String name, Set<String> words) {
        return quotesNames || (quotesWords && words.contains(name));
    }

    boolean guards() {
        return guards;
    }
}
