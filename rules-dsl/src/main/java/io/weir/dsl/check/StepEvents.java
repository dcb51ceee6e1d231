package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the name of a step means: the first or the last event that it matched, or a field of that. */
final class StepEvents {

    private final RuleContext rule;
    private final Reach reach;

    StepEvents(RuleContext rule, Reach reach) {
        this.rule = rule;
        this.reach = reach;
    }

    /** The step that a path begins with, or null. */
    @Nullable
    StepSymbol step(Expression.Path path) {
        return reach.steps().find(path.names().get(0).text());
    }

    /** The event that a path of one name means, or the field that a longer one does. */
    @Nullable
    Expr value(StepSymbol step, Expression.Path path, boolean first, Wanted wanted) {
        Name name = path.names().get(0);
        rule.names().means(name, Target.of(Target.Kind.STEP, step.name()), null);
        if (!isThere(step, name) || step.streams().isEmpty()) {
            return null;
        }
        EventRef event = new EventRef.OfStep(step.index(), first);
        if (path.names().size() == 1) {
            return new Expr.EventOf(event, step.streams().get(0).stream().schema());
        }
        Expr.FieldOf field = field(step, path, wanted);
        if (field == null || (reach.isOwn(step) && !first)) {
            return field;
        }
        return new Expr.FieldOfEvent(event, field.streamName(), field.slot(), field.field());
    }

    /** The field that a path means of an event at hand which is one of that step's. */
    Expr.@Nullable FieldOf field(StepSymbol step, Expression.Path path, Wanted wanted) {
        List<Name> names = path.names();
        return ofRow(step, Dotted.rest(names), wanted);
    }

    Expr.@Nullable FieldOf ofRow(StepSymbol step, Name name, Wanted wanted) {
        List<StreamSymbol> streams = SharedFields.streams(step.streams());
        int index = streams.size() == 1 ? step.streams().get(0).index() : -1;
        Expr.FieldOf field = new SharedFields(rule).find(streams, index, name, new Candidates(), wanted);
        if (field != null) {
            rule.names()
                    .means(name, Fields.target(field.streamName(), field.field().name()), field.type());
        }
        return field;
    }

    /** Whether that step can have matched something; complains where it cannot. */
    boolean isThere(StepSymbol step, Name name) {
        if (step.forbidden() && !reach.isOwn(step)) {
            rule.report(Code.STEP_OF_NO_EVENT, name.span(), name.text())
                    .help("it says what must not happen, so there is no event that it could mean");
            return false;
        } else if (step.index() > reach.at()) {
            rule.report(
                            Code.STEP_NOT_YET,
                            name.span(),
                            "'" + name.text() + "'",
                            reach.steps().get(reach.at()).name())
                    .help("ask it there, or in 'when' behind the steps");
            return false;
        }
        return true;
    }
}
