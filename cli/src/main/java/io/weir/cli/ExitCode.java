package io.weir.cli;

/** What the program's exit codes mean to scripts. */
public final class ExitCode {

    public static final int GOOD = 0;
    /** The user's rules or data have problems. */
    public static final int PROBLEMS = 1;

    public static final int USAGE = 2;
    /** A server said no or is away. */
    public static final int SERVER = 3;
    /** A fault in Weir itself. */
    public static final int FAULT = 70;

    private ExitCode() {}
}
