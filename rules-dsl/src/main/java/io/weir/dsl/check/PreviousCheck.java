package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.PreviousEvent;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code previous Login within 24 hours}, an event, and {@code previous price}, a field of the event before this one,
 * whichever of the rule's it is.
 */
final class PreviousCheck {

    private final RuleContext rule;
    private final Scope scope;

    PreviousCheck(RuleContext rule, Scope scope) {
        this.rule = rule;
        this.scope = scope;
    }

    @Nullable
    Expr check(Expression.Previous source) {
        rule.requireKey(source.span());
        Name first = source.path().names().get(0);
        StreamSymbol stream = rule.names().stream(first.text());
        if (stream == null) {
            return ofAny(source, Dotted.name(source.path().names()));
        }
        rule.names().stream(first);
        return of(source, stream);
    }

    private @Nullable Expr of(Expression.Previous source, StreamSymbol stream) {
        if (stream.broken()) {
            rule.breaks();
        }
        List<Name> names = source.path().names();
        new KeyCheck(rule).covers(stream, names.get(0).span());
        Duration within = null;
        if (source.within() != null) {
            within = new Literals(rule.problems()).window(source.within(), "what stands after 'within'");
            if (within == null) {
                return null;
            }
        }
        EventRef event = new EventRef.Previous(rule.previous(new PreviousEvent(stream.schema(), within)));
        if (names.size() == 1) {
            warnOfField(names.get(0));
            return new Expr.EventOf(event, stream.schema());
        }
        Name field = Dotted.rest(names);
        return of(event, new Fields(rule).find(stream, 0, field, new Candidates(), Wanted.ANYTHING));
    }

    private void warnOfField(Name name) {
        if (rule.watched().stream().allMatch(watched -> watched.stream().field(name.text()) != null)) {
            rule.lint((problems, checked) -> problems.report(Code.EVENT_AND_FIELD, name.span(), name.text())
                    .help("give one of the two another name, so that nobody takes it for the other"));
        }
    }

    private @Nullable Expr ofAny(Expression.Previous source, Name name) {
        if (source.within() != null) {
            rule.report(Code.WITHIN_OF_FIELD, source.within().span(), name.text())
                    .help("name the event and take its field: let before = previous " + anEvent()
                            + " within …; then before." + name.text());
            return null;
        } else if (!isField(name)) {
            return unknown(name);
        }
        Expr field = new TriggerScope(rule).ofAny(name, Wanted.ANYTHING);
        EventRef before = scope.before();
        EventRef event = before == null ? new EventRef.Previous(rule.previous(new PreviousEvent(null, null))) : before;
        if (field instanceof Expr.FieldOf found) {
            rule.names()
                    .means(name, Fields.target(found.streamName(), found.field().name()), found.type());
        }
        return of(event, field);
    }

    private static @Nullable Expr of(EventRef event, @Nullable Expr field) {
        return field instanceof Expr.FieldOf found
                ? new Expr.FieldOfEvent(event, found.streamName(), found.slot(), found.field())
                : field;
    }

    private String anEvent() {
        return rule.watched().isEmpty()
                ? "Event"
                : rule.watched().get(0).stream().name();
    }

    private boolean isField(Name name) {
        return rule.watched().stream().anyMatch(watched -> watched.stream().field(name.text()) != null);
    }

    private @Nullable Expr unknown(Name name) {
        Candidates candidates =
                new Candidates().and(Target.Kind.EVENT, rule.names().streamNames());
        rule.watched().forEach(watched -> candidates.and(watched.stream()));
        rule.names().couldBe(name, () -> candidates, Wanted.ANYTHING);
        boolean silent = rule.isBlind()
                || rule.watched().stream().anyMatch(watched -> watched.stream().isSilent(name.text()));
        if (!silent) {
            rule.report(Code.NOTHING_PREVIOUS, name.span(), name.text())
                    .suggest(candidates.nearest(name.text(), Wanted.ANYTHING), name.span(), "");
        }
        return null;
    }
}
