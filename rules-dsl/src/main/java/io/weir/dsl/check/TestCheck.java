package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.TestPlan;
import io.weir.dsl.syntax.Name;
import io.weir.dsl.syntax.TestDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        return rule == null || givens.isBroken() || problems.hasErrorWithin(test.span())
                ? null
                : new TestPlan(
                        test.name().text(),
                        rule,
                        rows,
                        givens.entries(),
                        givens.scores(),
                        givens.tables(rule),
                        expected);
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
