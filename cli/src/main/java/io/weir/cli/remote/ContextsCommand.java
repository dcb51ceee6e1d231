package io.weir.cli.remote;

import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** `weir contexts`: lists them; `use` chooses one, `remove` forgets one. */
@Command(
        name = "contexts",
        description = "List the servers that you have logged in to; choose one, or forget one.",
        subcommands = {ContextsCommand.Use.class, ContextsCommand.Remove.class})
public final class ContextsCommand implements Callable<Integer> {

    private final Console console;

    ContextsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Contexts contexts = Contexts.read();
        Table table = new Table("", "NAME", "SERVER", "TENANT");
        contexts.contexts()
                .forEach((name, context) -> table.row(
                        name.equals(contexts.current()) ? "*" : "",
                        name,
                        context.server(),
                        context.tenant() == null ? "-" : context.tenant()));
        table.print(console.out());
        return ExitCode.GOOD;
    }

    /** `weir contexts use`. */
    @Command(name = "use", description = "Let commands talk to this server where nothing else is said.")
    static final class Use implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Override
        public Integer call() {
            Contexts contexts = Contexts.read();
            contexts.named(name);
            contexts.withCurrent(name).save();
            return ExitCode.GOOD;
        }
    }

    /** `weir contexts remove`. */
    @Command(
            name = "remove",
            description = "Forget a server and its key. The key itself stays good: `weir keys revoke`.")
    static final class Remove implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Override
        public Integer call() {
            Contexts contexts = Contexts.read();
            contexts.named(name);
            contexts.without(name).save();
            return ExitCode.GOOD;
        }
    }
}
