package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Expr;

/** What a series keeps of each event; the ordinal is stored, so the order never changes. */
enum SeriesKind {
    /** Its time alone. */
    TIMES,
    LONGS,
    DOUBLES,
    /** {@code unscaled << 8 | scale}, or beyond that a BigDecimal. */
    DECIMALS,
    /** As decimals, each with its currency. */
    MONEYS,
    /** Texts, addresses, places and lists, each different one once. */
    TEXTS;

    static SeriesKind of(Aggregate aggregate) {
        Expr operand = aggregate.operand();
        if (operand == null) {
            return TIMES;
        }
        return switch (Rep.of(operand.type())) {
            case LONG, BOOL -> LONGS;
            case DOUBLE -> DOUBLES;
            case DECIMAL -> DECIMALS;
            case MONEY -> MONEYS;
            case TEXT, GEO, LIST -> TEXTS;
        };
    }
}
