package io.weir.dsl.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Prints expressions in a form that is stored (hashed into state names and keys), so it never changes. */
final class CanonicalText {

    private CanonicalText() {}

    static String of(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return value(constant.value());
        } else if (expr instanceof Expr.FieldOf field) {
            return "`" + field.streamName() + "`.`" + field.field().name() + "`";
        } else if (expr instanceof Expr.LetOf let) {
            return "let `" + let.name() + "`";
        } else if (expr instanceof Expr.AggregateOf aggregate) {
            return "aggregate " + aggregate.index();
        } else if (expr instanceof Expr.ScoreOf score) {
            return "score " + score.index();
        } else if (expr instanceof Expr.Widen widen) {
            return call("as " + widen.type().text(), List.of(widen.operand()));
        } else if (expr instanceof Expr.Not not) {
            return call("not", List.of(not.operand()));
        } else if (expr instanceof Expr.And and) {
            return call("and", and.operands());
        } else if (expr instanceof Expr.Or or) {
            return call("or", or.operands());
        } else if (expr instanceof Expr.Negate negate) {
            return call("-", List.of(negate.operand()));
        } else if (expr instanceof Expr.Binary binary) {
            return call(binary.operator().text(), List.of(binary.left(), binary.right()));
        } else if (expr instanceof Expr.In in) {
            return call("in", List.of(in.operand(), in.list()));
        } else if (expr instanceof Expr.IsMissing missing) {
            return call("missing", List.of(missing.operand()));
        } else if (expr instanceof Expr.Else orElse) {
            return call("else", List.of(orElse.operand(), orElse.fallback()));
        } else if (expr instanceof Expr.Call call) {
            return call(call.function().text(), call.arguments());
        }
        throw new IllegalStateException("An expression without a canonical text: " + expr);
    }

    private static String call(String operator, List<Expr> operands) {
        return operands.stream().map(CanonicalText::of).collect(Collectors.joining(", ", operator + "(", ")"));
    }

    private static String value(Object value) {
        if (value instanceof String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        } else if (value instanceof BigDecimal decimal) {
            return plain(decimal) + "d";
        } else if (value instanceof MoneyAmount money) {
            return plain(money.amount()) + " " + money.currency();
        } else if (value instanceof Double number) {
            return number + "f";
        } else if (value instanceof List<?> list) {
            return list.stream().map(CanonicalText::value).sorted().collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
