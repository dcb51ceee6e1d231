package io.weir.cli.rules;

import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.Version;
import io.weir.dsl.Compilation;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.DiagnosticJson;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.diagnostic.Sarif;
import io.weir.dsl.explain.Explanation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

    @ArgGroup
    private @Nullable Form form;

    /** What stdout holds instead of the diagnostics for people. */
    private static final class Form {
        @Option(names = "--json", description = "The diagnostics as a JSON array, for tools")
        private boolean json;

        @Option(names = "--sarif", description = "The diagnostics as a SARIF 2.1.0 log, for code hosts")
        private boolean sarif;

        @Option(
                names = "--explain",
                description =
                        "And what each good rule does, in plain words: its key, its windows, what it reads and costs")
        private boolean explain;
    }

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders with *.weir files in them")
    private List<Path> paths = List.of();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Compilation compilation = Packs.compile(paths);
        List<Diagnostic> diagnostics = compilation.diagnostics();
        Form asked = form == null ? new Form() : form;
        if (asked.json) {
            console.out().println(DiagnosticJson.of(diagnostics).toPrettyString());
        } else if (asked.sarif) {
            console.out().println(Sarif.of(diagnostics, Version.number()).toPrettyString());
        } else {
            console.out().print(renderer().render(diagnostics));
        }
        if (asked.explain) {
            compilation.rules().forEach(rule -> console.out().println(Explanation.of(rule)));
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
