package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Window;
import io.weir.dsl.syntax.Action;

/** Warns where a rule looks back at every event and its alert may repeat without a pause. */
record ThrottleLint(Action.Alert alert) implements Lint {

    @Override
    public void report(Problems problems, RuleContext rule) {
        if (rule.isTimed() || rule.aggregates().isEmpty()) {
            return;
        }
        String pause = "at most once per "
                + rule.aggregates().stream()
                        .map(Aggregate::window)
                        .filter(Window.Time.class::isInstance)
                        .map(window -> Phrases.duration(((Window.Time) window).length()))
                        .findFirst()
                        .orElse("1 hour");
        problems.report(Code.ALERT_WITHOUT_THROTTLE, alert.span())
                .help("add for example '" + pause + "'")
                .fix("Add '" + pause + "'", alert.span().after(), " " + pause);
    }
}
