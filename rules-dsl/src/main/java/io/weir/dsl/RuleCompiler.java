package io.weir.dsl;

import io.weir.dsl.check.Checker;
import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Place;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.parse.Parser;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Unevaluated;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.RuleDefinition;
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
        return compile(base, sources, false);
    }

    /** Compiles sources whose rules shall run: one that the engine does not evaluate is an error. */
    public static Compilation compileToRun(Environment base, List<Source> sources) {
        return compile(base, sources, true);
    }

    private static Compilation compile(Environment base, List<Source> sources, boolean toRun) {
        List<Checker.File> files = new ArrayList<>();
        for (Source source : sources) {
            Problems problems = new Problems(source.name(), source.text());
            files.add(new Checker.File(Parser.parse(source.text(), problems), problems));
        }
        Checker.Checked checked = Checker.check(files, base.known());
        List<RulePlan> rules = toRun ? evaluated(files, checked.rules()) : checked.rules();
        return compilation(base, sources, files, new Checker.Checked(checked.names(), rules, checked.tests()));
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

    private static List<RulePlan> evaluated(List<Checker.File> files, List<RulePlan> rules) {
        Map<String, String> reasons = new HashMap<>();
        for (RulePlan rule : rules) {
            String reason = Unevaluated.in(rule);
            if (reason != null) {
                reasons.put(rule.name(), reason);
            }
        }
        files.forEach(file -> refuse(file, reasons));
        return rules.stream().filter(rule -> !reasons.containsKey(rule.name())).toList();
    }

    private static void refuse(Checker.File file, Map<String, String> reasons) {
        for (Definition definition : file.tree().definitions()) {
            String reason = definition instanceof RuleDefinition
                    ? reasons.get(definition.name().text())
                    : null;
            if (reason != null) {
                file.problems()
                        .report(Code.NOT_AVAILABLE, definition.name().span(), reason)
                        .help("the rule is right, but this version does not evaluate it");
            }
        }
    }

    private static List<Diagnostic> diagnostics(List<Checker.File> files) {
        return files.stream()
                .flatMap(file -> file.problems().diagnostics().stream())
                .toList();
    }
}
