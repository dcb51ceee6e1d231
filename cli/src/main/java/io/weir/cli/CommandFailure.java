package io.weir.cli;

/** Ends a command with one clear line for its user. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The rules or data have problems. */
    public static CommandFailure problems(String message) {
        return new CommandFailure(ExitCode.PROBLEMS, message);
    }

    /** The command line asks for what is not there. */
    public static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }

    /** A server said no or is away. */
    public static CommandFailure server(String message) {
        return new CommandFailure(ExitCode.SERVER, message);
    }

    int exitCode() {
        return exitCode;
    }
}
