package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Window;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.TriggerClause;
import io.weir.dsl.syntax.WindowClause;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks how far back an aggregate looks, and whether a rule that runs when it does can look so. */
final class WindowCheck {

    private static final BigDecimal MOST_EVENTS = BigDecimal.valueOf(10_000);

    private final RuleContext rule;

    WindowCheck(RuleContext rule) {
        this.rule = rule;
    }

    @Nullable
    Window check(Expression.Aggregation source) {
        WindowClause clause = source.window();
        if (clause instanceof WindowClause.Time time) {
            return time(time);
        } else if (clause instanceof WindowClause.Events events) {
            return events(events);
        } else if (clause instanceof WindowClause.Session session) {
            return session(session);
        }
        rule.report(Code.AGGREGATE_WITHOUT_WINDOW, source.span())
                .help("add for example 'over the last 5 minutes'; before it, a 'where' may stand");
        return null;
    }

    private @Nullable Window time(WindowClause.Time time) {
        Duration length = new Literals(rule.problems()).window(time.length(), "a window");
        return length == null || !fits(time, time.includesCurrent())
                ? null
                : new Window.Time(length, time.includesCurrent());
    }

    private @Nullable Window events(WindowClause.Events events) {
        BigDecimal number = events.number().value();
        if (number.signum() <= 0 || number.compareTo(MOST_EVENTS) > 0) {
            rule.report(Code.OUT_OF_RANGE, events.number().span(), number.toPlainString(), "1 to 10,000 events");
            return null;
        }
        return fits(events, events.includesCurrent())
                ? new Window.Events(number.intValueExact(), events.includesCurrent())
                : null;
    }

    // Without an event at hand there is none that 'previous' could leave out.
    private boolean fits(WindowClause window, boolean includesCurrent) {
        if (rule.isTimed() && !includesCurrent) {
            rule.report(Code.NO_EVENT_AT_HAND, window.span(), "'over the previous'")
                    .help("write 'over the last', which here ends when the rule runs");
            return false;
        }
        return true;
    }

    private @Nullable Window session(WindowClause.Session session) {
        if (rule.definition().trigger() instanceof TriggerClause.SessionEnd) {
            return new Window.Session();
        }
        rule.report(Code.SESSION_OF_NO_RULE, session.span())
                .help("write before 'when': at the end of each session with a gap of 30 minutes");
        return null;
    }
}
