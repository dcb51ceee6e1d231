package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import org.jspecify.annotations.Nullable;

/**
 * Names behind {@code first} and {@code last}: that event of the step.
 *
 * @param first the first rather than the last
 */
record StepEndScope(RuleContext rule, Reach reach, StepSymbol step, boolean first) implements Scope {

    @Override
    public Code refusal() {
        return Code.STATE_IN_AGGREGATE;
    }

    @Override
    public @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        Name name = path.names().get(0);
        if (name.text().equals(step.name())) {
            return new StepEvents(rule, reach).value(step, path, first, wanted);
        }
        rule.report(Code.NOT_AN_EVENT, name.span(), name.text())
                .help("behind '" + (first ? "first" : "last") + "' stands " + step.name() + " before a dot");
        return null;
    }
}
