package io.weir.dsl.assist;

import io.weir.dsl.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * Something that could be written at a place.
 *
 * @param label as it is shown
 * @param insert what replaces the place; for a snippet with places to fill in, as in <code>over the last ${1:5 minutes}</code>
 * @param detail its type, or what it is
 * @param meaning one line about it, or null
 * @param rank lower ones fit better
 */
public record Completion(
        Kind kind,
        String label,
        String insert,
        boolean snippet,
        String detail,
        @Nullable String meaning,
        Span replaced,
        int rank) {

    /** What it is, for its icon. */
    public enum Kind {
        WORD,
        PHRASE,
        FUNCTION,
        UNIT,
        TYPE,
        EVENT,
        FIELD,
        LET,
        LIST,
        MODEL,
        PROMPT,
        TABLE,
        FEATURE,
        RULE,
        STEP
    }
}
