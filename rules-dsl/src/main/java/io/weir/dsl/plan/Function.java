package io.weir.dsl.plan;

/** The functions of the language, by the name that a rule calls them by. */
public enum Function {
    ABS,
    ROUND,
    FLOOR,
    CEIL,
    MIN,
    MAX,
    LOWER,
    UPPER,
    TRIM,
    LENGTH,
    HOUR,
    WEEKDAY;

    /** As a rule's author writes it. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
