package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import org.jspecify.annotations.Nullable;

/** Names in an aggregate: the fields of the counted event, and lets, which are unfolded there. */
final class CountedScope implements Scope {

    private final RuleContext rule;
    private final StreamSymbol counted;
    private final Fields fields;

    CountedScope(RuleContext rule, StreamSymbol counted) {
        this.rule = rule;
        this.counted = counted;
        this.fields = new Fields(rule);
    }

    @Override
    public Code refusal() {
        return Code.STATE_IN_AGGREGATE;
    }

    @Override
    public @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        Name first = path.names().get(0);
        LetSymbol let = path.names().size() == 1 ? rule.let(first.text()) : null;
        if (let != null) {
            return unfolded(let, first);
        } else if (path.names().size() == 1) {
            return fields.find(counted, 0, first, new Candidates().and(rule.lets()), wanted);
        } else if (isCounted(first.text()) || Fields.begins(counted, path)) {
            Name field = Fields.named(counted, path, isCounted(first.text()));
            return fields.find(counted, 0, field, new Candidates(), wanted);
        }
        refuseOther(first);
        return null;
    }

    // An alias means the triggering event, so the counted one goes by its stream's name.
    private boolean isCounted(String name) {
        return counted.name().equals(name);
    }

    private void refuseOther(Name name) {
        if (rule.watched(name.text()) != null) {
            rule.report(Code.NOT_AVAILABLE, name.span(), "looking at the triggering event from inside an aggregate")
                    .help("write " + counted.name() + "." + "… for the counted event");
        } else if (!rule.isBlind()) {
            rule.report(Code.NOT_AN_EVENT, name.span(), name.text())
                    .help("inside this aggregate stands " + counted.name() + " before a dot");
        }
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
