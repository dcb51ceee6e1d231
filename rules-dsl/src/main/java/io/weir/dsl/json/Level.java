package io.weir.dsl.json;

/** How tightly an expression holds together, loosest first. */
enum Level {
    OR,
    AND,
    NOT,
    COMPARISON,
    SUM,
    PRODUCT,
    SIGNED,
    ELSE,
    PRIMARY
}
