package io.weir.cli.rules;

import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.cli.ExitCode;
import io.weir.cli.Stdin;
import io.weir.dsl.Formatted;
import io.weir.dsl.RuleFormatter;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Renderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** `weir fmt`. */
@Command(
        name = "fmt",
        description = {
            "Lay out rule files the one way: blanks, line ends and indentation change, words and comments do not.",
            "",
            "A file that cannot be read is left alone, and its mistakes are shown. `-` reads stdin and writes stdout."
        })
public final class FmtCommand implements Callable<Integer> {

    private static final Path STDIN = Path.of("-");

    private final Console console;
    private final List<String> others = new ArrayList<>();
    private boolean unreadable;

    @Option(names = "--check", description = "Change nothing: list the files that would change, and exit with 1")
    private boolean check;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, folders with *.weir files in them, or -")
    private List<Path> paths = List.of();

    FmtCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (paths.equals(List.of(STDIN))) {
            stdin();
        } else {
            RuleFiles.read(paths).forEach(this::file);
            console.say(
                    (others.isEmpty() ? "nothing" : counted(others.size())) + (check ? " to lay out" : " laid out"));
        }
        return unreadable || (check && !others.isEmpty()) ? ExitCode.PROBLEMS : ExitCode.GOOD;
    }

    private void stdin() {
        String text = Stdin.text();
        Formatted formatted = formatted("stdin", text);
        if (!check) {
            console.out().print(formatted.text());
        } else if (!formatted.text().equals(text)) {
            others.add("stdin");
            console.out().println("stdin");
        }
    }

    private void file(RuleFile file) {
        Formatted formatted = formatted(file.name(), file.text());
        if (!formatted.text().equals(file.text())) {
            others.add(file.name());
            console.out().println(file.name());
            write(file, formatted.text());
        }
    }

    private Formatted formatted(String name, String text) {
        Formatted formatted = RuleFormatter.format(new Source(name, text));
        if (!formatted.ok()) {
            unreadable = true;
            Renderer renderer = console.errColour() ? Renderer.coloured() : Renderer.plain();
            console.err().print(renderer.render(formatted.diagnostics()));
        }
        return formatted;
    }

    private void write(RuleFile file, String text) {
        try {
            if (!check) {
                Files.writeString(Path.of(file.name()), text, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw CommandFailure.usage("cannot write " + file.name() + ": " + e.getMessage());
        }
    }

    private static String counted(int files) {
        return files + (files == 1 ? " file" : " files");
    }
}
