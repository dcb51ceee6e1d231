package io.weir.dsl.check;

import io.weir.dsl.plan.Expr;
import java.util.List;

/** Takes checked expressions apart and puts them together again. */
final class ExprParts {

    private ExprParts() {}

    static List<Expr> of(Expr expr) {
        if (expr instanceof Expr.Widen widen) {
            return List.of(widen.operand());
        } else if (expr instanceof Expr.Not not) {
            return List.of(not.operand());
        } else if (expr instanceof Expr.And and) {
            return and.operands();
        } else if (expr instanceof Expr.Or or) {
            return or.operands();
        } else if (expr instanceof Expr.Negate negate) {
            return List.of(negate.operand());
        } else if (expr instanceof Expr.Binary binary) {
            return List.of(binary.left(), binary.right());
        } else if (expr instanceof Expr.In in) {
            return List.of(in.operand());
        } else if (expr instanceof Expr.IsMissing missing) {
            return List.of(missing.operand());
        } else if (expr instanceof Expr.Else orElse) {
            return List.of(orElse.operand(), orElse.fallback());
        } else if (expr instanceof Expr.Call call) {
            return call.arguments();
        }
        return List.of();
    }

    /** The same expression with other parts in the places of its own. */
    static Expr with(Expr expr, List<Expr> parts) {
        if (expr instanceof Expr.Widen widen) {
            return new Expr.Widen(parts.get(0), widen.type());
        } else if (expr instanceof Expr.Not) {
            return new Expr.Not(parts.get(0));
        } else if (expr instanceof Expr.And) {
            return new Expr.And(parts);
        } else if (expr instanceof Expr.Or) {
            return new Expr.Or(parts);
        } else if (expr instanceof Expr.Negate) {
            return new Expr.Negate(parts.get(0));
        } else if (expr instanceof Expr.Binary binary) {
            return new Expr.Binary(binary.operator(), parts.get(0), parts.get(1), binary.type());
        } else if (expr instanceof Expr.In in) {
            return new Expr.In(parts.get(0), in.list());
        } else if (expr instanceof Expr.IsMissing) {
            return new Expr.IsMissing(parts.get(0));
        } else if (expr instanceof Expr.Else) {
            return new Expr.Else(parts.get(0), parts.get(1));
        } else if (expr instanceof Expr.Call call) {
            return new Expr.Call(call.function(), parts, call.type());
        }
        return expr;
    }
}
