package io.weir.engine.evaluate;

import io.weir.dsl.plan.Type;

/** How a value of a type stands in a {@link Frame}'s registers. */
enum Rep {
    /** 0, 1, or 2 for missing. */
    BOOL,
    LONG,
    /** The bits of a float. */
    DOUBLE,
    /** Unscaled value and scale, or a BigDecimal by reference. */
    DECIMAL,
    /** As a decimal, and a currency. */
    MONEY,
    /** Place and length, in a byte array by reference. */
    TEXT,
    /** Place of two floats, in a byte array by reference. */
    GEO,
    /** Place and number of its entries, in a byte array by reference. */
    LIST;

    static Rep of(Type type) {
        if (type instanceof Type.Money) {
            return MONEY;
        } else if (type instanceof Type.ListOf) {
            return LIST;
        } else if (type instanceof Type.Event) {
            // Its fields are values; itself it is there or missing.
            return BOOL;
        } else if (type instanceof Type.Scalar scalar) {
            return switch (scalar) {
                case TEXT, IP -> TEXT;
                case BOOL -> BOOL;
                case INT, DURATION, TIMESTAMP, SIZE -> LONG;
                case FLOAT, PROBABILITY -> DOUBLE;
                case DECIMAL, LENGTH, SPEED -> DECIMAL;
                case GEO -> GEO;
            };
        }
        throw new IllegalArgumentException("No value of type " + type.text() + " stands alone");
    }
}
