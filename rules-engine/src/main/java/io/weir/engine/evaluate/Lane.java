package io.weir.engine.evaluate;

import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.RulePlan;

/**
 * What a rule watches. Each rule is in one lane, and each lane has tasks of its own: the alerts of the first are the events of the
 * second, and those of the second nobody's, so nothing goes in a circle.
 */
public enum Lane {
    /** Events of declared streams. */
    EVENTS,
    /** The alerts of rules over events. */
    ALERTS;

    static Lane of(RulePlan plan) {
        return BuiltIn.isAlerts(plan.on().get(0).stream()) ? ALERTS : EVENTS;
    }

    /** False where a text says nothing to this lane's rules, so that it need not be compiled. */
    public boolean mayHold(String rule) {
        return this == EVENTS || rule.contains(BuiltIn.ALERT.name());
    }
}
