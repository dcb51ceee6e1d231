package io.weir.admin.warm;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.plan.Window;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the windows of some rules reach.
 *
 * @param streams whose events they count, by name
 * @param millis the longest of them
 */
record Reach(Set<String> streams, long millis) {

    static Reach of(Collection<RulePlan> rules) {
        Set<String> streams = new TreeSet<>();
        long longest = 0;
        for (RulePlan rule : rules) {
            for (Aggregate aggregate : rule.aggregates()) {
                if (aggregate.window() instanceof Window.Time window) {
                    streams.add(aggregate.stream().name());
                    longest = Math.max(longest, window.length().toMillis());
                }
            }
        }
        return new Reach(streams, longest);
    }

    /** What of a rule begins without the past. */
    static List<String> anew(RulePlan rule) {
        Set<String> anew = new TreeSet<>();
        if (rule.body() instanceof RuleBody.Match) {
            anew.add("its sequence");
        } else if (rule.body() instanceof RuleBody.When when && when.follow() != null) {
            anew.add("what waits for events that follow");
        }
        if (rule.timing() instanceof Timing.SessionEnd) {
            anew.add("its sessions");
        }
        if (rule.aggregates().stream().anyMatch(aggregate -> aggregate.window() instanceof Window.Events)) {
            anew.add("windows of a number of events");
        }
        if (!rule.previous().isEmpty()) {
            anew.add("previous events");
        }
        if (!rule.trends().isEmpty()) {
            anew.add("trends");
        }
        if (rule.alerts().stream().map(AlertAction::given).anyMatch(given -> given != null)) {
            anew.add("the events that its prompt is given");
        }
        return anew.stream()
                .map(each -> "rule \"" + rule.name() + "\": " + each)
                .toList();
    }
}
