package io.weir.dsl.json;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may stand at a place without parentheses. */
enum Place {
    /** Anything; nothing that follows could be taken for a part of it. */
    WHOLE(Level.OR),
    /** Anything, with more to follow. */
    CLAUSE(Level.OR),
    OPERAND_OF_OR(Level.AND),
    OPERAND_OF_AND(Level.NOT),
    OPERAND(Level.SUM),
    FACTOR(Level.PRODUCT),
    SIGNED(Level.SIGNED),
    PRIMARY(Level.PRIMARY),
    /** What an aggregate reads. */
    AGGREGATED("path", "grouped"),
    /** What is converted to a currency. */
    CONVERTED("path", "grouped", "lookup"),
    /** Where a journey begins and ends. */
    JOURNEY("path", "grouped", "previous"),
    /** What a model is given. */
    INPUT("path", "grouped", "number", "quantity", "money", "text", "bool", "listLiteral", "listReference"),
    /** No expression, or one that never stands in parentheses. */
    BARE(Level.OR);

    private final @Nullable Level least;
    private final Set<String> kinds;

    Place(Level least) {
        this.least = least;
        this.kinds = Set.of();
    }

    Place(String... kinds) {
        this.least = null;
        this.kinds = Set.of(kinds);
    }

    boolean takes(Draft draft) {
        if (least != null) {
            return draft.kind().level().compareTo(least) >= 0;
        }
        return kinds.contains(draft.kind().name()) || (this == AGGREGATED && isConvertedPath(draft));
    }

    /** True where an open phrase may swallow what follows. */
    boolean isRisky() {
        return this != WHOLE && this != BARE;
    }

    private static boolean isConvertedPath(Draft draft) {
        return draft.kind().name().equals("conversion")
                && draft.part("operand") instanceof Draft operand
                && operand.kind().name().equals("path");
    }
}
