package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names in an aggregate of a step's events: the fields of each, whether the step stands before them or not. */
final class StepRowScope implements Scope {

    private final RuleContext rule;
    private final StepEvents events;
    private final StepSymbol step;

    StepRowScope(RuleContext rule, Reach reach, StepSymbol step) {
        this.rule = rule;
        this.events = new StepEvents(rule, reach);
        this.step = step;
    }

    @Override
    public Code refusal() {
        return Code.STATE_IN_AGGREGATE;
    }

    @Override
    public @Nullable Expr resolve(Expression.Path path, Wanted wanted) {
        List<Name> names = path.names();
        Name first = names.get(0);
        if (names.size() > 1 && first.text().equals(step.name())) {
            return events.field(step, path, wanted);
        } else if (names.size() == 1 && rule.let(first.text()) != null) {
            rule.report(Code.STATE_IN_AGGREGATE, first.span(), "'" + first.text() + "'")
                    .help("write out what it says, with '" + step.name() + ".' before the fields");
            return null;
        } else if (names.size() > 1
                && !SharedFields.isField(step.streams(), Dotted.name(names).text())) {
            rule.report(Code.NOT_AN_EVENT, first.span(), first.text())
                    .help("inside this aggregate stands " + step.name() + " before a dot");
            return null;
        }
        return events.ofRow(step, Dotted.name(names), wanted);
    }
}
