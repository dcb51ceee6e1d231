package io.weir.engine.evaluate;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What one rule may take of a task, so that it is no burden to the others.
 *
 * @param time for one event or moment; a rule that takes longer {@value SlowRules#MOST} times within {@value FailureRate#ATTEMPTS} of
 *     its evaluations is quarantined
 * @param entries events that are kept of one key for one aggregate, or that wait for what follows
 */
public record RuleLimits(Duration time, int entries) implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final RuleLimits DEFAULT = new RuleLimits(Duration.ofMillis(100), Retention.MOST_EVENTS);

    /** Adds what is wrong with them. */
    public void addProblems(List<String> problems) {
        if (time.isNegative() || time.isZero()) {
            problems.add("rule-time-limit: must be more than 0");
        }
        if (entries < 1 || entries > Retention.MOST_EVENTS) {
            problems.add("rule-entries-limit: " + entries + " is not from 1 to " + Retention.MOST_EVENTS);
        }
    }
}
