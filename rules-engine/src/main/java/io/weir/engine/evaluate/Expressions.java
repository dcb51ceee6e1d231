package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Let;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Takes checked expressions apart. */
final class Expressions {

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
        boolean[] needsMore = new boolean[1];
        rewrite(expr, leaf -> {
            needsMore[0] |= leaf instanceof Expr.AggregateOf
                    || leaf instanceof Expr.ScoreOf
                    || leaf instanceof Expr.LetOf let
                            && !needsOnlyTheRow(lets.get(let.index()).value(), lets);
            return leaf;
        });
        return !needsMore[0];
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
                return slot < 0 ? field : new Expr.FieldOf(0, view.schema().name(), slot, view.field(slot));
            }
            return leaf;
        });
    }

    /** Puts others in the place of the leaves. */
    static Expr rewrite(Expr expr, UnaryOperator<Expr> leaf) {
        if (expr instanceof Expr.Widen widen) {
            return new Expr.Widen(rewrite(widen.operand(), leaf), widen.type());
        } else if (expr instanceof Expr.Not not) {
            return new Expr.Not(rewrite(not.operand(), leaf));
        } else if (expr instanceof Expr.And and) {
            return new Expr.And(rewrite(and.operands(), leaf));
        } else if (expr instanceof Expr.Or or) {
            return new Expr.Or(rewrite(or.operands(), leaf));
        } else if (expr instanceof Expr.Negate negate) {
            return new Expr.Negate(rewrite(negate.operand(), leaf));
        } else if (expr instanceof Expr.Binary binary) {
            return new Expr.Binary(
                    binary.operator(), rewrite(binary.left(), leaf), rewrite(binary.right(), leaf), binary.type());
        } else if (expr instanceof Expr.In in) {
            return new Expr.In(rewrite(in.operand(), leaf), in.list());
        } else if (expr instanceof Expr.IsMissing missing) {
            return new Expr.IsMissing(rewrite(missing.operand(), leaf));
        } else if (expr instanceof Expr.Else orElse) {
            return new Expr.Else(rewrite(orElse.operand(), leaf), rewrite(orElse.fallback(), leaf));
        } else if (expr instanceof Expr.Call call) {
            return new Expr.Call(call.function(), rewrite(call.arguments(), leaf), call.type());
        }
        return leaf.apply(expr);
    }

    private static List<Expr> rewrite(List<Expr> exprs, UnaryOperator<Expr> leaf) {
        return exprs.stream().map(expr -> rewrite(expr, leaf)).toList();
    }
}
