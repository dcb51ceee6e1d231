package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import org.jspecify.annotations.Nullable;

/** Names in what increases or decreases: those of each event of the row, so nothing that reads other events. */
final class TrendScope implements Scope {

    private final RuleContext rule;

    TrendScope(RuleContext rule) {
        this.rule = rule;
    }

    @Override
    public Code refusal() {
        return Code.STATE_IN_TREND;
    }

    @Override
    public @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        Name first = path.names().get(0);
        LetSymbol let = rule.let(first.text());
        if (let != null && let.stateful()) {
            rule.report(Code.STATE_IN_TREND, first.span(), "'" + let.name() + "'")
                    .help("it reads other events or a model; only what the event itself says can stand here");
            return null;
        } else if (let == null && !isField(path) && new Features(rule).refuses(first, Code.STATE_IN_TREND)) {
            return null;
        }
        return new TriggerScope(rule).resolve(path, wanted);
    }

    private boolean isField(Expression.Path path) {
        return path.names().size() > 1
                || rule.watched().stream()
                        .anyMatch(watched ->
                                watched.stream().field(path.names().get(0).text()) != null);
    }
}
