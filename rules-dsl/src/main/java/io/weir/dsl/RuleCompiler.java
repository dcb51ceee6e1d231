package io.weir.dsl;

import io.weir.dsl.check.Checker;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Place;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.parse.Parser;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.TestDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles rules. The same sources give the same result, and no text makes it throw.
 *
 * <pre>{@code
 * Compilation compiled = RuleCompiler.compile(List.of(new Source("pay.weir", text)));
 * if (compiled.ok()) {
 *     publish(compiled.rules());
 * }
 * }</pre>
 */
public final class RuleCompiler {

    private RuleCompiler() {}

    public static Compilation compile(List<Source> sources) {
        return compile(Environment.EMPTY, sources);
    }

    /** Compiles sources that may use what is declared elsewhere; what they declare themselves counts before it. */
    public static Compilation compile(Environment base, List<Source> sources) {
        List<Checker.File> files = new ArrayList<>();
        for (Source source : sources) {
            Problems problems = new Problems(source.name(), source.text());
            files.add(new Checker.File(Parser.parse(source.text(), problems), problems));
        }
        return compilation(base, sources, files, Checker.check(files, base.known()));
    }

    static Compilation compilation(
            Environment base, List<Source> sources, List<Checker.File> files, Checker.Checked checked) {
        List<Declaration> declarations = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            declarations.addAll(Declarations.of(sources.get(i), files.get(i).tree()));
        }
        return new Compilation(
                base.with(Environment.of(checked.names().whole())),
                checked.rules(),
                checked.tests(),
                testPlaces(files),
                declarations,
                diagnostics(files));
    }

    private static Map<String, Place> testPlaces(List<Checker.File> files) {
        Map<String, Place> places = new HashMap<>();
        for (Checker.File file : files) {
            for (Definition definition : file.tree().definitions()) {
                if (definition instanceof TestDefinition test) {
                    places.putIfAbsent(
                            test.name().text(),
                            file.problems().place(test.name().span()));
                }
            }
        }
        return places;
    }

    private static List<Diagnostic> diagnostics(List<Checker.File> files) {
        return files.stream()
                .flatMap(file -> file.problems().diagnostics().stream())
                .toList();
    }
}
