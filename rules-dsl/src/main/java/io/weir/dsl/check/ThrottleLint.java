package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.plan.Window;
import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Unit;
import java.time.Duration;
import java.util.List;

/** Warns where a rule looks back and its alert may repeat without a pause. */
record ThrottleLint(Action.Alert alert) implements Lint {

    private static final List<Unit> LONGEST_FIRST =
            List.of(Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.SECONDS, Unit.MILLISECONDS);

    @Override
    public void report(Problems problems, RuleContext rule) {
        if (!rule.aggregates().isEmpty() && rule.aggregates().get(0).window() instanceof Window.Time window) {
            String pause = "at most once per " + written(window.length());
            problems.report(Code.ALERT_WITHOUT_THROTTLE, alert.span())
                    .help("add for example '" + pause + "'")
                    .fix("Add '" + pause + "'", alert.span().after(), " " + pause);
        }
    }

    private static String written(Duration duration) {
        long millis = duration.toMillis();
        for (Unit unit : LONGEST_FIRST) {
            long size = unit.inBase(java.math.BigDecimal.ONE).longValueExact();
            if (millis % size == 0) {
                long count = millis / size;
                return count + " " + (count == 1 ? unit.text().replaceAll("s$", "") : unit.text());
            }
        }
        throw new IllegalStateException("A duration is whole milliseconds: " + duration);
    }
}
