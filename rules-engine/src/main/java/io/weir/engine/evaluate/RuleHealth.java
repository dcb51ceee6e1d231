package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a rule's revision fares on this task, since the start. One that fails too often (see {@link FailureRate}) is quarantined: it
 * is not evaluated any more until the task starts anew.
 */
final class RuleHealth {

    private final ArtifactId rule;
    private final FailureRate ofRule = new FailureRate();
    private final FailureRate ofFeeds = new FailureRate();
    private long evaluations;
    private long hits;
    private long throttled;
    private long errors;
    private @Nullable String lastError;
    private @Nullable String quarantined;
    private @Nullable String loadProblem;

    RuleHealth(ArtifactId rule) {
        this.rule = rule;
    }

    boolean isQuarantined() {
        return quarantined != null;
    }

    void evaluated() {
        evaluations++;
    }

    /** @param reason with the event's coordinates, see {@link EpochStream#coordinates} */
    void failed(String reason) {
        failed(ofRule.isTooHighAfterFailureOf(evaluations), reason);
    }

    /**
     * The rule's filter failed.
     *
     * @param attempt counts the rows that the filter has seen
     */
    void filterFailed(String reason, long attempt) {
        failed(ofRule.isTooHighAfterFailureOf(attempt), reason);
    }

    /**
     * What an aggregate counts could not be computed.
     *
     * @param attempt counts the rows that were to be counted
     */
    void feedFailed(String reason, long attempt) {
        failed(ofFeeds.isTooHighAfterFailureOf(attempt), reason);
    }

    private void failed(boolean tooOften, String reason) {
        if (quarantined != null) {
            return;
        }
        errors++;
        lastError = reason;
        if (tooOften) {
            quarantined = "failed " + FailureRate.MAX_FAILURES + " times within " + FailureRate.ATTEMPTS
                    + " events, the last time: " + reason;
        }
    }

    void hit() {
        hits++;
    }

    void heldBack() {
        throttled++;
    }

    /** Why the revision could not be loaded in the epoch at hand; null where it could. */
    void loaded(@Nullable String problem) {
        loadProblem = problem;
    }

    RuleStatus status() {
        return new RuleStatus(
                rule.tenant(),
                rule.name(),
                rule.revision(),
                hits,
                throttled,
                errors,
                lastError,
                loadProblem == null ? quarantined : loadProblem);
    }
}
