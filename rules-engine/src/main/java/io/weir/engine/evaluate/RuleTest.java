package io.weir.engine.evaluate;

import io.weir.dsl.plan.TestPlan;
import io.weir.dsl.plan.Unevaluated;
import io.weir.engine.evaluate.TestOutcome.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a test of a rule as the engine would: ordered, by event time and then in the order of the text.
 *
 * <pre>{@code
 * for (TestPlan test : RuleCompiler.compile(sources).tests()) {
 *     show(RuleTest.run(test));
 * }
 * }</pre>
 */
public final class RuleTest {

    private static final String ENGINE = "test";
    private static final byte[] NOTHING = new byte[0];

    private final TestPlan test;
    private final TestEpoch tested;
    private final Router router = new Router(ENGINE);
    private final KeyEvaluator evaluator = new KeyEvaluator(ENGINE);
    private final Map<Key, KeyState> states = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    private RuleTest(TestPlan test) {
        this.test = test;
        this.tested = TestEpoch.of(test);
    }

    /** Never fails: what a rule cannot do or compute is a part of the outcome. */
    public static TestOutcome run(TestPlan test) {
        String construct = Unevaluated.in(test.rule());
        return construct == null
                ? new RuleTest(test).run()
                : TestOutcome.notEvaluated(test, construct + " is not evaluated by this version");
    }

    private TestOutcome run() {
        String problem = tested.problem();
        if (problem != null) {
            return TestOutcome.notEvaluated(test, problem);
        }
        for (Row row : TestEvents.of(test.rows(), tested::stream)) {
            router.route(tested.epoch(), row, NOTHING, new Taking());
        }
        passToTheEnd();
        return outcome();
    }

    /** After the last row event time goes to the end: all that is due happens, the earliest first. */
    private void passToTheEnd() {
        for (long due = nextDue(); due < Long.MAX_VALUE; due = nextDue()) {
            for (Map.Entry<Key, KeyState> entry : states.entrySet()) {
                evaluator.passTo(time -> tested.epoch(), entry.getKey(), entry.getValue(), due, outcomes::add);
            }
        }
    }

    private long nextDue() {
        return states.values().stream().mapToLong(KeyState::nextDue).min().orElse(Long.MAX_VALUE);
    }

    private TestOutcome outcome() {
        List<TestOutcome.Line> lines = TestComparison.of(test.expected(), outcomes);
        String failure = tested.failure();
        boolean passed = failure == null && lines.stream().allMatch(TestOutcome.Line::isAsExpected);
        return new TestOutcome(
                test,
                passed ? Verdict.PASSED : Verdict.FAILED,
                failure,
                lines,
                tested.heldBack(),
                router.missingKeys());
    }

    /** Evaluates each routed row on the state of its key, at once: rows come in order. */
    private final class Taking implements RouteSink {

        @Override
        public void routed(RoutedRow row) {
            KeyState state = states.computeIfAbsent(row.key(), any -> new KeyState());
            evaluator.evaluate(time -> tested.epoch(), tested.epoch(), row, state, this);
        }

        @Override
        public void outcome(Outcome outcome) {
            outcomes.add(outcome);
        }
    }
}
