package io.weir.engine.naive;

/**
 * Where the language's page leaves two readings, the one that is taken.
 *
 * @param whenIsPartOfTheMatch a sequence whose {@code when} is not true has not matched, so that the search goes on as if its last
 *     event had not fitted; otherwise it has matched in vain, and the search goes on behind it
 * @param forbiddenBeforeNext an event that fits a {@code no} between steps that are not strict ends the attempt although it fits
 *     the next step as well; otherwise it is that step's, and so not between
 * @param windowsPass {@code every} looks at a key only if an event in its windows passes their {@code where}; otherwise any event
 *     of the stream does, as in SQL's GROUP BY with a FILTER
 */
public record Readings(boolean whenIsPartOfTheMatch, boolean forbiddenBeforeNext, boolean windowsPass) {

    /** {@code whenIsPartOfTheMatch}: else a start that cannot do would hide one that can. */
    public static final Readings CHOSEN = new Readings(true, false, false);
}
