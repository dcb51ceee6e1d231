package io.weir.dsl.parse;

/** Leaves a production that cannot be read further; already reported, and caught where reading can go on. */
final class Unwound extends RuntimeException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace
    static final Unwound INSTANCE = new Unwound();

    private Unwound() {
        super("unwound", null, false, false);
    }
}
