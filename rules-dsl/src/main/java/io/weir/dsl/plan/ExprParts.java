package io.weir.dsl.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Takes checked expressions apart and puts them together again. */
public final class ExprParts {

    private ExprParts() {}

    public static List<Expr> of(Expr expr) {
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
        } else if (expr instanceof Expr.InPublished in) {
            return List.of(in.operand());
        } else if (expr instanceof Expr.Among among) {
            return List.of(among.operand(), among.list());
        } else if (expr instanceof Expr.Lookup lookup) {
            return lookup.asOf() == null ? lookup.keys() : append(lookup.keys(), lookup.asOf());
        } else if (expr instanceof Expr.Convert convert) {
            return convert.asOf() == null ? List.of(convert.operand()) : List.of(convert.operand(), convert.asOf());
        } else if (expr instanceof Expr.StepAggregate aggregate) {
            return Stream.of(aggregate.operand(), aggregate.where())
                    .filter(Objects::nonNull)
                    .toList();
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
    public static Expr with(Expr expr, List<Expr> parts) {
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
        } else if (expr instanceof Expr.InPublished in) {
            return new Expr.InPublished(parts.get(0), in.list());
        } else if (expr instanceof Expr.Among) {
            return new Expr.Among(parts.get(0), parts.get(1));
        } else if (expr instanceof Expr.Lookup lookup) {
            int keys = lookup.keys().size();
            return new Expr.Lookup(
                    lookup.table(),
                    parts.subList(0, keys),
                    lookup.asOf() == null ? null : parts.get(keys),
                    lookup.column(),
                    lookup.type());
        } else if (expr instanceof Expr.Convert convert) {
            Expr asOf = convert.asOf() == null ? null : parts.get(1);
            return new Expr.Convert(parts.get(0), convert.currency(), convert.rates(), asOf);
        } else if (expr instanceof Expr.StepAggregate step) {
            Expr operand = step.operand() == null ? null : parts.get(0);
            Expr where = step.where() == null ? null : parts.get(parts.size() - 1);
            return new Expr.StepAggregate(step.function(), step.rank(), step.step(), operand, where, step.type());
        } else if (expr instanceof Expr.IsMissing) {
            return new Expr.IsMissing(parts.get(0));
        } else if (expr instanceof Expr.Else) {
            return new Expr.Else(parts.get(0), parts.get(1));
        } else if (expr instanceof Expr.Call call) {
            return new Expr.Call(call.function(), parts, call.type());
        }
        return expr;
    }

    /** The expression and every part of it, however deep. */
    public static Stream<Expr> all(Expr expr) {
        return Stream.concat(Stream.of(expr), of(expr).stream().flatMap(ExprParts::all));
    }

    private static List<Expr> append(List<Expr> parts, Expr last) {
        List<Expr> all = new ArrayList<>(parts);
        all.add(last);
        return all;
    }
}
