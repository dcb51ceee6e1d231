package io.weir.cli.rules;

import io.weir.cli.CommandFailure;
import io.weir.cli.Console;
import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Renderer;
import java.nio.file.Path;
import java.util.List;

/** Compiles what the command line names. */
public final class Packs {

    private Packs() {}

    public static Compilation compile(List<Path> paths) {
        return RuleCompiler.compile(sources(paths));
    }

    private static List<Source> sources(List<Path> paths) {
        return RuleFiles.read(paths).stream()
                .map(file -> new Source(file.name(), file.text()))
                .toList();
    }

    /** For commands that run rules: shows the diagnostics, and fails where one is an error. */
    public static Compilation compileGood(List<Path> paths, Console console) {
        return shown(compile(paths), console);
    }

    private static Compilation shown(Compilation compilation, Console console) {
        Renderer renderer = console.errColour() ? Renderer.coloured() : Renderer.plain();
        console.err().print(renderer.render(compilation.diagnostics()));
        console.err().flush();
        if (!compilation.ok()) {
            throw CommandFailure.problems("the rules have mistakes; nothing was run");
        }
        return compilation;
    }
}
