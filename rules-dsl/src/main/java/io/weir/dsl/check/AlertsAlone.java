package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.BuiltIn;

/** Refuses alerts and other events in one rule: alerts come when the events of their time are over. */
final class AlertsAlone {

    private AlertsAlone() {}

    /** False, and reported, where the stream cannot stand beside what the rule watches. */
    static boolean check(RuleContext rule, StreamSymbol stream, Span span) {
        boolean alerts = BuiltIn.isAlerts(stream.schema());
        Watched other = rule.watched().stream()
                .filter(watched -> BuiltIn.isAlerts(watched.stream().schema()) != alerts)
                .findFirst()
                .orElse(null);
        if (other != null) {
            rule.report(Code.ALERTS_WITH_EVENTS, span, alerts ? other.stream().name() : stream.name())
                    .help(
                            "watch alerts in a rule of their own; what it finds it can 'emit' as an event for other rules");
        }
        return other == null;
    }
}
