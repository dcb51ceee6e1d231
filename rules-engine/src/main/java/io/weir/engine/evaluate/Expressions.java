package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import io.weir.dsl.plan.Let;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Takes checked expressions apart. */
final class Expressions {

    /** The place of a stream that the row at hand is not of: its fields are missing. */
    private static final int ANOTHERS = Integer.MAX_VALUE;

    private Expressions() {}

    /** The operands of a top-level {@code and}, or the expression itself. */
    static List<Expr> conjuncts(Expr expr) {
        if (!(expr instanceof Expr.And and)) {
            return List.of(expr);
        }
        List<Expr> conjuncts = new ArrayList<>();
        and.operands().forEach(operand -> conjuncts.addAll(conjuncts(operand)));
        return conjuncts;
    }

    /** Whether the row alone decides it. */
    static boolean needsOnlyTheRow(Expr expr, List<Let> lets) {
        return ExprParts.all(expr).noneMatch(part -> looksBeyondTheRow(part, lets));
    }

    private static boolean looksBeyondTheRow(Expr part, List<Let> lets) {
        return part instanceof Expr.AggregateOf
                || part instanceof Expr.ScoreOf
                || part instanceof Expr.TrendOf
                || part instanceof Expr.FieldOfEvent
                || part instanceof Expr.EventOf
                || part instanceof Expr.StepAggregate
                || part instanceof Expr.KeyOf
                || part instanceof Expr.LetOf let
                        && !needsOnlyTheRow(lets.get(let.index()).value(), lets);
    }

    /**
     * The same expression over a row of one stream alone: lets replaced by what they say, fields by that stream's own. Equal
     * meanings then have equal canonical texts, whichever rule they stand in.
     */
    static Expr onRowOf(StreamView view, Expr expr, List<Let> lets) {
        return rewrite(expr, leaf -> {
            if (leaf instanceof Expr.LetOf let) {
                return onRowOf(view, lets.get(let.index()).value(), lets);
            } else if (leaf instanceof Expr.FieldOf field) {
                int slot = view.slotOf(field);
                return slot < 0
                        ? new Expr.FieldOf(ANOTHERS, field.streamName(), field.slot(), field.field())
                        : new Expr.FieldOf(0, view.schema().name(), slot, view.field(slot));
            }
            return leaf;
        });
    }

    /** The same expression with lets replaced by what they say. */
    static Expr withoutLets(Expr expr, List<Let> lets) {
        return rewrite(
                expr,
                leaf -> leaf instanceof Expr.LetOf let
                        ? withoutLets(lets.get(let.index()).value(), lets)
                        : leaf);
    }

    /** Puts others in the place of the leaves. */
    static Expr rewrite(Expr expr, UnaryOperator<Expr> leaf) {
        List<Expr> parts = ExprParts.of(expr);
        return parts.isEmpty()
                ? leaf.apply(expr)
                : ExprParts.with(
                        expr, parts.stream().map(part -> rewrite(part, leaf)).toList());
    }
}
