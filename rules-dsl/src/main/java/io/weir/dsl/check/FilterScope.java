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
    public @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        Name first = path.names().get(0);
        if (path.names().size() == 1) {
            return fields.find(watched.stream(), watched.index(), first, new Candidates(), wanted);
        } else if (path.names().size() == 2 && watched.isCalled(first.text())) {
            return fields.find(watched.stream(), watched.index(), path.names().get(1), new Candidates(), wanted);
        }
        Aliases.unknown(rule, first);
        return null;
    }
}
