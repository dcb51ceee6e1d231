package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Type;
import io.weir.dsl.plan.Window;
import io.weir.dsl.syntax.Expression;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks what an aggregate computes, of which events, how far back. */
final class AggregateCheck {

    private static final BigDecimal HIGHEST_RANK = BigDecimal.valueOf(100);

    private final RuleContext rule;
    private final CountedStream counted;

    AggregateCheck(RuleContext rule) {
        this.rule = rule;
        this.counted = new CountedStream(rule);
    }

    @Nullable
    Expr aggregation(Expression.Aggregation source) {
        rule.requireKey(source.span());
        boolean ofEvents = source.function() == AggregateFunction.COUNT;
        StreamSymbol stream = ofEvents ? counted.events(source) : counted.ofOperand(source);
        Window window = new WindowCheck(rule).check(source);
        boolean ranked = source.rank() == null || isRank(source.rank());
        if (stream == null) {
            return null;
        }
        Expr operand = ofEvents ? null : operand(source.operand(), source.function(), stream);
        Type type = ofEvents ? Type.Scalar.INT : type(source.operand(), source.function(), operand);
        Expression where = source.where();
        Expr filter = where == null ? null : filter(where, stream);
        boolean fits = new ApproximateCheck(rule, source).fits(window, filter);
        if (window == null || !ranked || !fits || type == null || (where != null && filter == null)) {
            return null;
        }
        BigDecimal rank = source.rank() == null ? null : source.rank().value();
        Aggregate aggregate = new Aggregate(
                source.function(), source.approximate(), rank, stream.schema(), operand, filter, window, type, "");
        int start = source.span().start();
        Span word = new Span(start, start + source.function().text().length());
        rule.lint(new ExactLint(source.span(), word, aggregate));
        return of(aggregate);
    }

    @Nullable
    Expr tally(Expression.Tally source) {
        rule.requireKey(source.span());
        StreamSymbol stream = counted.named(source.stream());
        Duration length = new Literals(rule.problems()).window(source.within(), "what stands after 'within'");
        Expr.Constant number = new Literals(rule.problems())
                .number(source.number(), source.number().value());
        if (stream == null) {
            return null;
        }
        Expression.Path different = source.different();
        AggregateFunction function = different == null ? AggregateFunction.COUNT : AggregateFunction.DISTINCT;
        Expr operand = different == null ? null : operand(different, function, stream);
        Type type = different == null ? Type.Scalar.INT : type(different, function, operand);
        Expression where = source.where();
        Expr filter = where == null ? null : filter(where, stream);
        if (length == null || number == null || type == null || (where != null && filter == null)) {
            return null;
        }
        Window window = new Window.Time(length, true);
        Aggregate aggregate = new Aggregate(function, false, null, stream.schema(), operand, filter, window, type, "");
        rule.lint(new ExactLint(source.span(), null, aggregate));
        Expr count = of(aggregate);
        Expr compared = new Expr.Binary(source.operator(), count, number, Type.Scalar.BOOL);
        rule.lint(new CountLint(source.span(), compared));
        return compared;
    }

    private Expr of(Aggregate unnamed) {
        return new Expr.AggregateOf(rule.aggregate(unnamed), unnamed.type());
    }

    private boolean isRank(Expression.NumberLiteral rank) {
        boolean right = rank.value().signum() > 0 && rank.value().compareTo(HIGHEST_RANK) <= 0;
        if (!right) {
            rule.report(Code.OUT_OF_RANGE, rank.span(), rank.value().toPlainString(), "more than 0 up to 100");
        }
        return right;
    }

    private @Nullable Expr operand(Expression source, AggregateFunction function, StreamSymbol stream) {
        return new ExpressionCheck(rule, new CountedScope(rule, stream))
                .check(source, type -> AggregateTypes.result(function, type) != null);
    }

    private @Nullable Expr filter(Expression where, StreamSymbol stream) {
        return new ExpressionCheck(rule, new CountedScope(rule, stream, where))
                .condition(where, "what stands after 'where'");
    }

    private @Nullable Type type(Expression source, AggregateFunction function, @Nullable Expr operand) {
        if (operand == null) {
            return null;
        }
        Type type = AggregateTypes.result(function, operand.type());
        if (type == null) {
            rule.report(Code.AGGREGATE_TYPE, source.span(), function.text(), Phrases.a(operand.type()));
        }
        return type;
    }
}
