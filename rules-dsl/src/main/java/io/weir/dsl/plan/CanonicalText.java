package io.weir.dsl.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints expressions in a form that is stored (hashed into state names and keys), so it never changes. */
final class CanonicalText {

    private CanonicalText() {}

    static String of(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return value(constant.value());
        } else if (expr instanceof Expr.FieldOf field) {
            return "`" + field.streamName() + "`.`" + field.field().name() + "`";
        } else if (expr instanceof Expr.KeyOf key) {
            return "key `" + key.name() + "`";
        } else if (expr instanceof Expr.LetOf let) {
            return "let `" + let.name() + "`";
        } else if (expr instanceof Expr.AggregateOf aggregate) {
            return "aggregate " + aggregate.index();
        } else if (expr instanceof Expr.ScoreOf score) {
            return "score " + score.index();
        } else if (expr instanceof Expr.FieldOfEvent field) {
            return field.event().text() + " `" + field.streamName() + "`.`"
                    + field.field().name() + "`";
        } else if (expr instanceof Expr.EventOf event) {
            return event.event().text() + " `" + event.stream().name() + "`";
        } else if (expr instanceof Expr.StepAggregate aggregate) {
            return step(aggregate);
        } else if (expr instanceof Expr.TrendOf trend) {
            return "trend " + trend.index();
        } else if (expr instanceof Expr.Lookup lookup) {
            return call("look up `" + lookup.table() + "`.`" + lookup.column() + "`", lookup.keys())
                    + asOf(lookup.asOf());
        } else if (expr instanceof Expr.Convert convert) {
            return call("to " + convert.currency() + " by `" + convert.rates() + "`", List.of(convert.operand()))
                    + asOf(convert.asOf());
        } else if (expr instanceof Expr.InPublished in) {
            return call("in @`" + in.list() + "`", List.of(in.operand()));
        } else if (expr instanceof Expr.Among among) {
            return call("among", List.of(among.operand(), among.list()));
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

    private static String step(Expr.StepAggregate aggregate) {
        String rank = aggregate.rank() == null ? "" : plain(aggregate.rank()) + " ";
        String whole = call(
                aggregate.function().text() + " " + rank + "of step " + aggregate.step(),
                aggregate.operand() == null ? List.of() : List.of(aggregate.operand()));
        return aggregate.where() == null ? whole : whole + " where " + of(aggregate.where());
    }

    private static String asOf(@Nullable Expr time) {
        return time == null ? "" : " as of " + of(time);
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
