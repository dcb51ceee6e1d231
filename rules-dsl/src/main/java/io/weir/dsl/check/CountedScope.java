package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names in an aggregate: the fields of the counted event, and lets, which are unfolded there. */
final class CountedScope implements Scope {

    private final RuleContext rule;
    private final StreamSymbol counted;
    private final Fields fields;
    private final Set<Expression> links;

    CountedScope(RuleContext rule, StreamSymbol counted) {
        this(rule, counted, Set.of());
    }

    /** In that {@code where}, which may ask for equality with fields of the triggering event. */
    CountedScope(RuleContext rule, StreamSymbol counted, Expression where) {
        this(rule, counted, TriggerLinks.in(where, path -> isTrigger(rule, counted, path)));
    }

    private CountedScope(RuleContext rule, StreamSymbol counted, Set<Expression> links) {
        this.rule = rule;
        this.counted = counted;
        this.fields = new Fields(rule);
        this.links = links;
    }

    @Override
    public Code refusal() {
        return Code.STATE_IN_AGGREGATE;
    }

    @Override
    public @Nullable EventName event(Name name) {
        return isCounted(name.text()) && counted.field(name.text()) == null ? new EventName(0, counted) : null;
    }

    @Override
    public @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        Name first = path.names().get(0);
        LetSymbol let = path.names().size() == 1 ? rule.let(first.text()) : null;
        if (let != null) {
            return unfolded(let, first);
        } else if (path.names().size() == 1) {
            boolean feature = counted.field(first.text()) == null && new Features(rule).refuses(first, refusal());
            return feature ? null : fields.find(counted, 0, first, new Candidates().and(rule.lets()), wanted);
        } else if (isTrigger(rule, counted, path)) {
            return triggering(path, wanted);
        } else if (isCounted(first.text()) || Fields.begins(counted, path)) {
            Name field = Fields.named(counted, path, isCounted(first.text()));
            return fields.find(counted, 0, field, new Candidates(), wanted);
        }
        if (!rule.isBlind()) {
            rule.report(Code.NOT_AN_EVENT, first.span(), first.text())
                    .help("inside this aggregate stands " + counted.name() + " before a dot");
        }
        return null;
    }

    private @Nullable Expr triggering(Expression.Path path, Wanted wanted) {
        Watched watched = rule.watched(path.names().get(0).text());
        if (watched == null) {
            return null;
        } else if (rule.isTimed()) {
            rule.report(Code.NO_EVENT_AT_HAND, path.span(), "'" + Dotted.text(path.names()) + "'")
                    .help("write " + counted.name() + ".… for the counted event");
            return null;
        } else if (!links.contains(path)) {
            rule.report(
                            Code.TRIGGER_IN_AGGREGATE,
                            path.span(),
                            path.names().get(0).text(),
                            counted.name())
                    .help("write " + counted.name() + ".… for the counted event, or ask it outside of the aggregate");
            return null;
        }
        Expr.FieldOf field =
                fields.find(watched.stream(), watched.index(), Dotted.rest(path.names()), new Candidates(), wanted);
        return field == null
                ? null
                : new Expr.FieldOfEvent(new EventRef.Triggering(), field.streamName(), field.slot(), field.field());
    }

    // An alias means the triggering event, so the counted one goes by its stream's name.
    private static boolean isTrigger(RuleContext rule, StreamSymbol counted, Expression.Path path) {
        String first = path.names().get(0).text();
        return path.names().size() > 1
                && !counted.name().equals(first)
                && rule.watched(first) != null
                && counted.field(Dotted.text(path.names())) == null;
    }

    private boolean isCounted(String name) {
        return counted.name().equals(name);
    }

    private @Nullable Expr unfolded(LetSymbol let, Name use) {
        Expr value = let.value();
        if (value == null) {
            return null;
        } else if (let.stateful()) {
            rule.report(Code.STATE_IN_AGGREGATE, use.span(), "'" + let.name() + "'")
                    .help("it reads other events or a model; only what the counted event itself says can stand here");
            return null;
        }
        return new Unfolding(rule, counted, use).unfold(value);
    }
}
