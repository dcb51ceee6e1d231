package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Name;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks {@code first rise.price}, {@code lowest dip.price}, {@code count of fall}: what a step's events have together. */
final class StepAggregateCheck {

    private static final BigDecimal HIGHEST_RANK = BigDecimal.valueOf(100);

    private final RuleContext rule;
    private final Reach reach;

    StepAggregateCheck(RuleContext rule, Reach reach) {
        this.rule = rule;
        this.reach = reach;
    }

    /** The value; the operand names a step. */
    @Nullable
    Expr check(Expression.Aggregation source) {
        Expression.Path path = ExpressionParts.paths(source.operand())
                .filter(each -> reach.steps().find(each.names().get(0).text()) != null)
                .findFirst()
                .orElseThrow();
        Name name = path.names().get(0);
        StepSymbol step = Objects.requireNonNull(reach.steps().find(name.text()));
        rule.names().means(name, Target.of(Target.Kind.STEP, step.name()), null);
        if (!new StepEvents(rule, reach).isThere(step, name) || step.streams().isEmpty()) {
            return null;
        }
        return isEnd(source) ? end(source, step) : aggregate(source, step);
    }

    private static boolean isEnd(Expression.Aggregation source) {
        return source.where() == null
                && !source.approximate()
                && (source.function() == AggregateFunction.FIRST || source.function() == AggregateFunction.LAST);
    }

    // The first and the last are events, whose fields may be missing; they are no aggregates that skip them.
    private @Nullable Expr end(Expression.Aggregation source, StepSymbol step) {
        boolean first = source.function() == AggregateFunction.FIRST;
        return new ExpressionCheck(rule, new StepEndScope(rule, reach, step, first)).check(source.operand());
    }

    private @Nullable Expr aggregate(Expression.Aggregation source, StepSymbol step) {
        ExpressionCheck rows = new ExpressionCheck(rule, new StepRowScope(rule, reach, step));
        boolean ofEvents = source.function() == AggregateFunction.COUNT;
        Expr operand = ofEvents ? null : rows.check(source.operand(), wanted(source.function()));
        Type type = ofEvents ? counted(source) : type(source, operand);
        Expression where = source.where();
        Expr filter = where == null ? null : rows.condition(where, "what stands after 'where'");
        boolean fits = new ApproximateCheck(rule, source).fitsStep();
        if (type == null || !fits || !isRank(source.rank()) || (where != null && filter == null)) {
            return null;
        }
        BigDecimal rank = source.rank() == null ? null : source.rank().value();
        return new Expr.StepAggregate(source.function(), rank, step.index(), operand, filter, type);
    }

    private static Wanted wanted(AggregateFunction function) {
        return type -> AggregateTypes.result(function, type) != null;
    }

    private @Nullable Type counted(Expression.Aggregation source) {
        Expression.Path path = (Expression.Path) source.operand();
        if (path.names().size() > 1) {
            rule.report(
                            Code.UNKNOWN_STREAM,
                            path.span(),
                            Dotted.name(path.names()).text())
                    .help("'count of' counts events: write the step's name alone");
            return null;
        }
        return Type.Scalar.INT;
    }

    private @Nullable Type type(Expression.Aggregation source, @Nullable Expr operand) {
        Type type = operand == null ? null : AggregateTypes.result(source.function(), operand.type());
        if (operand != null && type == null) {
            rule.report(
                    Code.AGGREGATE_TYPE,
                    source.operand().span(),
                    source.function().text(),
                    Phrases.a(operand.type()));
        }
        return type;
    }

    private boolean isRank(Expression.@Nullable NumberLiteral rank) {
        boolean right =
                rank == null || (rank.value().signum() > 0 && rank.value().compareTo(HIGHEST_RANK) <= 0);
        if (!right && rank != null) {
            rule.report(Code.OUT_OF_RANGE, rank.span(), rank.value().toPlainString(), "more than 0 up to 100");
        }
        return right;
    }
}
