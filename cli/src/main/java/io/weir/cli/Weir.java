package io.weir.cli;

import io.weir.cli.backtest.BacktestCommand;
import io.weir.cli.demo.DemoCommand;
import io.weir.cli.lsp.LspCommand;
import io.weir.cli.remote.AlertsCommand;
import io.weir.cli.remote.ContextsCommand;
import io.weir.cli.remote.KeysCommand;
import io.weir.cli.remote.ListsCommand;
import io.weir.cli.remote.LoginCommand;
import io.weir.cli.remote.ModelsCommand;
import io.weir.cli.remote.PublishCommand;
import io.weir.cli.remote.RetireCommand;
import io.weir.cli.remote.RulesCommand;
import io.weir.cli.remote.StatusCommand;
import io.weir.cli.roles.EngineCommand;
import io.weir.cli.roles.EnricherCommand;
import io.weir.cli.roles.ServerCommand;
import io.weir.cli.rules.CheckCommand;
import io.weir.cli.rules.FmtCommand;
import io.weir.cli.rules.TreeCommand;
import io.weir.cli.test.TestCommand;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program `weir`. */
@Command(
        name = "weir",
        synopsisSubcommandLabel = "COMMAND",
        description = {"Rules, set in the stream.", ""},
        subcommands = {
            DemoCommand.class,
            CheckCommand.class,
            FmtCommand.class,
            TreeCommand.class,
            TestCommand.class,
            BacktestCommand.class,
            PublishCommand.class,
            RetireCommand.class,
            RulesCommand.class,
            StatusCommand.class,
            ModelsCommand.class,
            ListsCommand.class,
            AlertsCommand.class,
            LoginCommand.class,
            ContextsCommand.class,
            KeysCommand.class,
            ServerCommand.class,
            EngineCommand.class,
            EnricherCommand.class,
            LspCommand.class,
            CompletionCommand.class
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "`weir COMMAND --help` explains one. Try `weir demo` first: it runs everything on this machine.",
            "",
            "Exit codes: 0 good; 1 your rules or data have problems; 2 wrong usage; 3 a server said no or is away.",
            "Data goes to stdout, everything else to stderr. NO_COLOR turns colours off."
        })
public final class Weir implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Weir() {}

    public static void main(String[] arguments) {
        LogFile.choose(arguments);
        System.exit(run(Console.ofProcess(), arguments));
    }

    /** The same without the process: for tests. */
    static int run(Console console, String... arguments) {
        CommandLine line = new CommandLine(new Weir(), new ConsoleFactory(console))
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.outColour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, all) -> reject(wrong, console))
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, console));
        addHelp(line);
        try {
            return line.execute(arguments);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
        line.getSubcommands().values().forEach(Weir::addHelp);
    }

    private static int reject(ParameterException wrong, Console console) {
        console.say("weir: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, console.err());
        console.say(
                "      `" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help` says what there is.");
        return ExitCode.USAGE;
    }

    private static int report(Exception failure, Console console) {
        if (failure instanceof CommandFailure known) {
            console.say("weir: " + known.getMessage());
            return known.exitCode();
        }
        LoggerFactory.getLogger(Weir.class).debug("A command failed", failure);
        console.say("weir: this is a fault in weir itself: " + failure);
        console.say("      the log has the details: " + LogFile.path());
        return ExitCode.FAULT;
    }

    /** Called where no command was named. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
