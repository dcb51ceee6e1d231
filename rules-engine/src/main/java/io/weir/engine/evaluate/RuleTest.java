package io.weir.engine.evaluate;

import io.weir.dsl.contract.AlertJson;
import io.weir.dsl.plan.TestPlan;
import io.weir.engine.evaluate.TestOutcome.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs a test of a rule as the engine would: ordered, by event time and then in the order of the text. For a rule over alerts the
 * rules that raise some of the test's events run first, and what they raise comes behind what the test gives of that time.
 *
 * <pre>{@code
 * for (TestPlan test : RuleCompiler.compile(sources).tests()) {
 *     show(RuleTest.run(test));
 * }
 * }</pre>
 */
public final class RuleTest {

    private final TestPlan test;
    private final TestEpoch tested;
    private final TestEpoch raising;

    private RuleTest(TestPlan test) {
        this.test = test;
        this.tested = TestEpoch.of(test, List.of(test.rule()));
        this.raising = TestEpoch.of(test, test.raising());
    }

    /** Never fails: what a rule cannot do or compute is a part of the outcome. */
    public static TestOutcome run(TestPlan test) {
        return new RuleTest(test).run();
    }

    private TestOutcome run() {
        String problem = tested.problem() == null ? raising.problem() : tested.problem();
        if (problem != null) {
            return TestOutcome.notEvaluated(test, problem);
        }
        TestRun run = new TestRun(tested.epoch());
        List<Outcome> outcomes = run.evaluate(rows());
        List<TestOutcome.Line> lines = TestComparison.of(test.expected(), outcomes);
        String failure = tested.failure() == null ? raising.failure() : tested.failure();
        boolean passed = failure == null && lines.stream().allMatch(TestOutcome.Line::isAsExpected);
        return new TestOutcome(
                test, passed ? Verdict.PASSED : Verdict.FAILED, failure, lines, tested.heldBack(), run.missingKeys());
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>(TestEvents.of(test.rows(), tested::stream));
        if (!test.raising().isEmpty()) {
            rows.addAll(raised());
            rows.sort(Comparator.comparingLong(Row::time).thenComparingLong(Row::offset));
        }
        return rows;
    }

    private List<Row> raised() {
        AlertDecoder decoder = new AlertDecoder(AlertStream.SCHEMA_ID);
        List<Row> raised = new ArrayList<>();
        for (Outcome outcome : new TestRun(raising.epoch()).evaluate(TestEvents.of(test.rows(), raising::stream))) {
            if (outcome instanceof RaisedAlert alert) {
                raised.add(row(decoder, alert));
            }
        }
        return raised;
    }

    private static Row row(AlertDecoder decoder, RaisedAlert raised) {
        try {
            return decoder.decode(AlertJson.write(raised.alert()), 0, AlertStream.offset(raised.alert()));
        } catch (UnreadableEvent e) {
            throw new IllegalStateException("An alert that cannot be read (DEVELOPER)", e);
        }
    }
}
