package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TestPlan;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TestDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a test of a rule. */
final class TestCheck {

    private final Problems problems;
    private final Names names;
    private final TestDefinition test;
    private final TestGivens givens;

    TestCheck(Problems problems, Names names, TestDefinition test) {
        this.problems = problems;
        this.names = names;
        this.test = test;
        this.givens = new TestGivens(problems, names);
    }

    /** Null where it has mistakes, or its rule has. */
    @Nullable
    TestPlan check() {
        List<TestPlan.Row> rows = rows();
        test.given().forEach(givens::add);
        RulePlan rule = rule();
        List<TestPlan.Expected> expected = expected(rule);
        if (rule == null || givens.isBroken() || problems.hasErrorWithin(test.span())) {
            return null;
        }
        List<RulePlan> raising = raising(rule, rows);
        return new TestPlan(
                test.name().text(),
                rule,
                raising,
                rows,
                givens.entries(),
                givens.scores(),
                givens.tables(rule, raising),
                expected);
    }

    /** The rules whose alerts that one may see: those that look at the events of the test. */
    private List<RulePlan> raising(RulePlan rule, List<TestPlan.Row> rows) {
        if (!BuiltIn.isAlerts(rule.on().get(0).stream())) {
            return List.of();
        }
        Set<String> events = rows.stream()
                .map(TestPlan.Row::stream)
                .filter(stream -> !BuiltIn.isAlerts(stream))
                .map(StreamSchema::name)
                .collect(Collectors.toSet());
        return names.rulesOn(events).stream()
                .map(one -> one.planWith(names, givens.lists()))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<TestPlan.Row> rows() {
        TestRows rows = new TestRows(problems, names, givens);
        List<TestPlan.Row> planned = test.given().stream()
                .filter(TestDefinition.Row.class::isInstance)
                .map(given -> rows.row((TestDefinition.Row) given))
                .filter(Objects::nonNull)
                .toList();
        rows.checkTotal(test.name());
        return planned;
    }

    private @Nullable RulePlan rule() {
        Name name = test.rule();
        TestedRule rule = names.rule(name);
        if (rule == null && !problems.isTorn(test.span())) {
            TextNames.suggest(
                    problems.report(Code.UNKNOWN_RULE, name.span(), name.text()),
                    name.text(),
                    names.ruleNames(),
                    name.span());
        }
        return rule == null ? null : rule.planWith(names, givens.lists());
    }

    private List<TestPlan.Expected> expected(@Nullable RulePlan rule) {
        TestExpectations expectations = new TestExpectations(problems, names, test, rule);
        List<TestPlan.Expected> expected = new ArrayList<>();
        for (TestDefinition.Expectation expectation : test.expected()) {
            if (expectation instanceof TestDefinition.Nothing && test.expected().size() > 1) {
                problems.report(Code.EXPECTS_NOTHING, expectation.span())
                        .help("a test without 'no alert' allows nothing but what it expects");
            }
            TestPlan.Expected planned = expectations.expected(expectation);
            if (planned != null) {
                expected.add(planned);
            }
        }
        return expected;
    }
}
