package io.weir.dsl;

import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Place;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.TestPlan;
import java.util.List;
import java.util.Map;

/**
 * What a compilation found.
 *
 * @param environment what the sources could use and what they declare, as far as it has no mistakes
 * @param rules those that have no mistakes, nor has anything that they use; in the order of the sources
 * @param tests those that have no mistakes and whose rule has none; in the order of the sources
 * @param testPlaces where the name of each test stands, by that name
 * @param declarations everything that the sources declare, with mistakes or without; tests are not among them
 * @param diagnostics in the order of the sources
 */
public record Compilation(
        Environment environment,
        List<RulePlan> rules,
        List<TestPlan> tests,
        Map<String, Place> testPlaces,
        List<Declaration> declarations,
        List<Diagnostic> diagnostics) {

    public Compilation {
        rules = List.copyOf(rules);
        tests = List.copyOf(tests);
        testPlaces = Map.copyOf(testPlaces);
        declarations = List.copyOf(declarations);
        diagnostics = List.copyOf(diagnostics);
    }

    /** True where there is no error; warnings do not count. */
    public boolean ok() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }
}
