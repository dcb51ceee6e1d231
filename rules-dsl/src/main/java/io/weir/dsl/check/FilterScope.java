package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import org.jspecify.annotations.Nullable;

/** Names in the {@code where} of {@code on}: the fields of that one event. */
final class FilterScope implements Scope {

    private final RuleContext rule;
    private final Watched watched;
    private final Fields fields;

    FilterScope(RuleContext rule, Watched watched) {
        this.rule = rule;
        this.watched = watched;
        this.fields = new Fields(rule);
    }

    @Override
    public Code refusal() {
        return Code.STATE_IN_FILTER;
    }

    @Override
    public @Nullable EventName event(Name name) {
        return watched.isCalled(name.text()) && watched.stream().field(name.text()) == null
                ? new EventName(watched.index(), watched.stream())
                : null;
    }

    @Override
    public @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        Name first = path.names().get(0);
        boolean named = watched.isCalled(first.text());
        if (path.names().size() == 1
                && watched.stream().field(first.text()) == null
                && new Features(rule).refuses(first, refusal())) {
            return null;
        }
        if (named || Fields.begins(watched.stream(), path)) {
            Name field = Fields.named(watched.stream(), path, named);
            return fields.find(watched.stream(), watched.index(), field, new Candidates(), wanted);
        }
        Aliases.unknown(rule, first);
        return null;
    }
}
