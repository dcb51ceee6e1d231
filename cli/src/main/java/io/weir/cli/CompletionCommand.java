package io.weir.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** `weir completion`. */
@Command(
        name = "completion",
        description = {"Print a completion script for bash and zsh.", "", "In bash: source <(./weir completion)"})
final class CompletionCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(AutoComplete.bash("weir", spec.root().commandLine()));
        return ExitCode.GOOD;
    }
}
