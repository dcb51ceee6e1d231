package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.EventRef;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.Window;
import io.weir.dsl.syntax.Expression;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that sketches can answer what {@code approximate} stands before. */
final class ApproximateCheck {

    private static final Set<AggregateFunction> KNOWN =
            EnumSet.of(AggregateFunction.DISTINCT, AggregateFunction.MEDIAN, AggregateFunction.PERCENTILE);

    private final RuleContext rule;
    private final Expression.Aggregation source;

    ApproximateCheck(RuleContext rule, Expression.Aggregation source) {
        this.rule = rule;
        this.source = source;
    }

    /** False where it cannot be approximate, which is reported. */
    boolean fits(@Nullable Window window, @Nullable Expr filter) {
        if (!source.approximate()) {
            return true;
        } else if (!KNOWN.contains(source.function())) {
            return refuse(
                    "'" + source.function().text() + "'",
                    "'distinct', 'median' and 'percentile' have one; the others take no more when they are exact");
        } else if (window instanceof Window.Events) {
            return refuse("a window of a number of events", "it holds few enough to be exact");
        } else if (window instanceof Window.Session) {
            return refuse("a session", "it begins at no fixed time; look 'over the last' so much time, or be exact");
        } else if (filter != null && asksTrigger(filter)) {
            return refuse(
                    "a comparison with the event that triggers the rule", "keep the rule by that field, or be exact");
        }
        return true;
    }

    /** What a sequence's step matched is few. */
    boolean fitsStep() {
        return !source.approximate() || refuse("what a step matched", "it is few enough to be exact");
    }

    private static boolean asksTrigger(Expr filter) {
        return ExprParts.all(filter)
                .anyMatch(part ->
                        part instanceof Expr.FieldOfEvent field && field.event() instanceof EventRef.Triggering);
    }

    private boolean refuse(String what, String help) {
        int start = source.span().start();
        Span word = new Span(start, start + "approximate".length());
        rule.report(Code.NOT_APPROXIMATE, word, what).help(help).fix("Leave out 'approximate'", word, "");
        return false;
    }
}
