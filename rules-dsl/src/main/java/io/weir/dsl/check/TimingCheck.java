package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Timing;
import io.weir.dsl.plan.Window;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.TriggerClause;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks when a rule runs, and that a rule that runs at times of its own asks for no event at hand. */
final class TimingCheck {

    private static final long MOST_BOUNDARIES = 10_000;

    private final RuleContext rule;
    private final @Nullable TriggerClause trigger;

    TimingCheck(RuleContext rule) {
        this.rule = rule;
        this.trigger = rule.definition().trigger();
    }

    /** Null where it has a mistake. */
    @Nullable
    Timing check() {
        if (trigger == null) {
            return new Timing.EachEvent();
        }
        rule.requireKey(trigger.span());
        refuseBody();
        if (trigger instanceof TriggerClause.SessionEnd session) {
            Duration gap = length(session.gap(), "the gap");
            return gap == null ? null : new Timing.SessionEnd(gap);
        }
        refuseFilters();
        Duration length = length(((TriggerClause.Every) trigger).length(), "what stands after 'every'");
        return length == null ? null : new Timing.Every(length);
    }

    private @Nullable Duration length(Expression length, String what) {
        return new Literals(rule.problems()).window(length, what);
    }

    private void refuseBody() {
        Body body = rule.definition().body();
        String word = body instanceof Body.Sequence ? "sequence" : body instanceof Body.Route ? "route" : null;
        if (body != null && word != null) {
            int start = body.span().start();
            rule.report(Code.NO_EVENT_AT_HAND, new Span(start, start + word.length()), "'" + word + "'");
        }
    }

    private void refuseFilters() {
        for (RuleDefinition.StreamClause stream : rule.definition().on()) {
            if (stream.where() != null) {
                rule.report(Code.NO_EVENT_AT_HAND, stream.where().span(), "a 'where' of 'on'")
                        .help("write it into the aggregates: count of "
                                + stream.stream().text() + " where …");
            }
        }
    }

    /** Looks at the windows that the rule turned out to have, once the rest of it is right. */
    boolean allows(Timing timing) {
        if (!(timing instanceof Timing.Every every)) {
            return true;
        }
        Span place = Objects.requireNonNull(trigger).span();
        Duration longest = rule.aggregates().stream()
                .map(aggregate -> aggregate.window())
                .filter(Window.Time.class::isInstance)
                .map(window -> ((Window.Time) window).length())
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (longest == null) {
            rule.report(Code.NO_WINDOW_OF_TIME, place)
                    .help("it looks at the keys with an event in its windows: add one such as 'over the last 1 hour'");
        } else if (longest.dividedBy(every.length()) > MOST_BOUNDARIES) {
            rule.report(Code.TOO_MANY_BOUNDARIES, place, Phrases.duration(longest), Phrases.duration(every.length()));
        }
        return longest != null && longest.dividedBy(every.length()) <= MOST_BOUNDARIES;
    }
}
