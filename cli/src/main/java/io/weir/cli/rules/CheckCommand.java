package io.weir.cli.rules;

import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.dsl.Compilation;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.DiagnosticJson;
import io.weir.dsl.diagnostic.Renderer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** `weir check`. */
@Command(
        name = "check",
        description = {
            "Check rule files: every mistake, with its place and what to do about it.",
            "",
            "All paths are one pack: a rule in one may use an event of another."
        })
public final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--json", description = "The diagnostics as a JSON array, for tools")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders with *.weir files in them")
    private List<Path> paths = List.of();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Compilation compilation = Packs.compile(paths);
        List<Diagnostic> diagnostics = compilation.diagnostics();
        if (json) {
            console.out().println(DiagnosticJson.of(diagnostics).toPrettyString());
        } else {
            console.out().print(renderer().render(diagnostics));
        }
        console.say(summary(compilation));
        return compilation.ok() ? ExitCode.GOOD : ExitCode.PROBLEMS;
    }

    private Renderer renderer() {
        return console.outColour() ? Renderer.coloured() : Renderer.plain();
    }

    private static String summary(Compilation compilation) {
        long errors =
                compilation.diagnostics().stream().filter(Diagnostic::isError).count();
        long warnings = compilation.diagnostics().size() - errors;
        String found = counted(errors, "error") + ", " + counted(warnings, "warning");
        return compilation.ok() ? counted(compilation.rules().size(), "rule") + " good, " + found : found;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
