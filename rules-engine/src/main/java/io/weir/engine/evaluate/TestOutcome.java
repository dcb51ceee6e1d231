package io.weir.engine.evaluate;

import io.weir.dsl.plan.TestPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a test.
 *
 * @param reason why the rule could not be evaluated, or failed while it was; null for neither
 * @param lines what was expected and what happened, by time
 * @param heldBack alerts that a pause held back
 * @param keyless how many rows lacked a field of the rule's key, so that they triggered nothing
 */
public record TestOutcome(
        TestPlan test, Verdict verdict, @Nullable String reason, List<Line> lines, long heldBack, long keyless) {

    /** How it ended. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** This version does not evaluate such a rule. */
        NOT_EVALUATED
    }

    /**
     * One thing that the rule did, or should have done.
     *
     * @param expected null for what was not expected
     * @param happened null for what did not happen
     */
    public record Line(
            TestPlan.@Nullable Expected expected, @Nullable Outcome happened) {

        public boolean isAsExpected() {
            return expected != null && happened != null;
        }
    }

    public TestOutcome {
        lines = List.copyOf(lines);
    }

    static TestOutcome notEvaluated(TestPlan test, String reason) {
        return new TestOutcome(test, Verdict.NOT_EVALUATED, reason, List.of(), 0, 0);
    }

    public boolean isPassed() {
        return verdict == Verdict.PASSED;
    }
}
