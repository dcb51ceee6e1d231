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
    WEEKDAY,
    DATE,
    /** Metres between two places, along the great circle of a sphere of WGS84's mean radius. */
    DISTANCE,
    /** Metres per second: two places, two times. */
    SPEED,
    /** The time between two points in time, never negative. */
    ELAPSED;

    /** Whether it is called by its name and parentheses; the others have phrases of their own. */
    public boolean isCalled() {
        return compareTo(DISTANCE) < 0;
    }

    /** As a rule's author writes it. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
