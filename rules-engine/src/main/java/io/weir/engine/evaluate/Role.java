package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * What a revision's firing leads to.
 *
 * @param acts false in shadow
 * @param actsFrom what began before that event time was in shadow, and ends there
 * @param comparison with the revision beside it; null where there is none, or none whose keys are the same
 */
record Role(boolean acts, long actsFrom, @Nullable Comparison comparison) {

    static final Role LIVE = new Role(true, Long.MIN_VALUE, null);

    static Role of(PlannedRule rule, @Nullable Comparison comparison) {
        return new Role(rule.acts(), rule.standing().actsFrom(), comparison);
    }

    /**
     * Notes that the revision fires; answers whether it acts.
     *
     * @param began the time of the event that it began with
     * @param turn numbers the event or moment
     */
    boolean fires(RuleHealth health, @Nullable Key key, long began, long time, long turn) {
        if (comparison != null) {
            comparison.fired(acts, turn);
        }
        boolean now = acts && began >= actsFrom;
        if (now) {
            health.hit();
        } else {
            health.hitInShadow(key, time);
        }
        return now;
    }
}
