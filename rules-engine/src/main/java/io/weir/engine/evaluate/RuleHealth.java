package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.StatusReport;
import io.weir.dsl.contract.StatusReport.PassedOver;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import io.weir.dsl.contract.StatusReport.Start;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a rule's revision fares on this task, since the start. One that fails too often (see {@link FailureRate}) is quarantined: it
 * is not evaluated any more until the task starts anew.
 */
final class RuleHealth {

    private final ArtifactId rule;
    private final FailureRate ofRule = new FailureRate();
    private final FailureRate ofFeeds = new FailureRate();
    private final FailureRate ofTime = new FailureRate(SlowRules.MOST);
    private final Excess excess = new Excess();
    private final ShadowHits shadow = new ShadowHits();
    private final Unmet unmet = new Unmet();
    private final Set<Unmet> unmetInFilters = Collections.newSetFromMap(new IdentityHashMap<>());
    private long evaluations;
    private long hits;
    private long throttled;
    private long errors;
    private long noArm;
    private long missingKeys;
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

    /** It would have acted. */
    void hitInShadow(@Nullable Key key, long time) {
        shadow.hit(key, time);
    }

    /** What it does in shadow and that live revision beside it. */
    Comparison comparedWith(int liveRevision) {
        return shadow.comparedWith(liveRevision);
    }

    void heldBack() {
        throttled++;
    }

    /** It took longer for an event than a rule may. */
    void slow(String reason) {
        excess.slow(reason);
        if (quarantined == null && ofTime.isTooHighAfterFailureOf(evaluations)) {
            quarantined = "too slow " + SlowRules.MOST + " times within " + FailureRate.ATTEMPTS
                    + " events, the last time: " + reason;
        }
    }

    /** An event that a window of its reaches is no longer kept. */
    void dropped(Key key, int most, long time) {
        excess.dropped(key, most, time);
    }

    /** No arm of its route was true. */
    void tookNoArm() {
        noArm++;
    }

    /** An event that would have triggered it lacks a field of its key. */
    void missedKey() {
        missingKeys++;
    }

    /** What its own programs count. */
    Unmet unmet() {
        return unmet;
    }

    /** A condition of its filters counts there. */
    void counts(Unmet condition) {
        unmetInFilters.add(condition);
    }

    /** Why the revision could not be loaded in the epoch at hand; null where it could. */
    void loaded(@Nullable String problem) {
        loadProblem = problem;
    }

    /** @param standing null where it is live for all its keys */
    RuleStatus status(StatusReport.@Nullable Standing standing, @Nullable Start start) {
        Integer beside = standing == null ? null : standing.beside();
        return new RuleStatus(
                rule.tenant(),
                rule.name(),
                rule.revision(),
                hits,
                throttled,
                errors,
                lastError,
                loadProblem == null ? quarantined : loadProblem,
                passedOver(),
                standing,
                shadow.status(beside == null ? 0 : beside),
                start,
                excess.status());
    }

    private @Nullable PassedOver passedOver() {
        long currencies = unmet.currencies;
        long rates = unmet.rates;
        for (Unmet condition : unmetInFilters) {
            currencies += condition.currencies;
            rates += condition.rates;
        }
        PassedOver all = new PassedOver(noArm, currencies, rates, missingKeys);
        return all.equals(PassedOver.NOTHING) ? null : all;
    }
}
