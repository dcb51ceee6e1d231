package io.weir.dsl.check;

import io.weir.dsl.syntax.Expression;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes expressions apart. */
final class ExpressionParts {

    private ExpressionParts() {}

    static List<Expression> of(Expression expression) {
        if (expression instanceof Expression.Grouped grouped) {
            return List.of(grouped.inner());
        } else if (expression instanceof Expression.Not not) {
            return List.of(not.operand());
        } else if (expression instanceof Expression.And and) {
            return and.operands();
        } else if (expression instanceof Expression.Or or) {
            return or.operands();
        } else if (expression instanceof Expression.Negate negate) {
            return List.of(negate.operand());
        } else if (expression instanceof Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        } else if (expression instanceof Expression.Membership in) {
            return in.list() instanceof Expression.Path ? List.of(in.operand(), in.list()) : List.of(in.operand());
        } else if (expression instanceof Expression.Conversion conversion) {
            return present(conversion.operand(), conversion.asOf());
        } else if (expression instanceof Expression.Lookup lookup) {
            return Stream.concat(lookup.keys().stream(), Stream.ofNullable(lookup.asOf()))
                    .toList();
        } else if (expression instanceof Expression.Travel travel) {
            return List.of(travel.from(), travel.to());
        } else if (expression instanceof Expression.Between between) {
            return List.of(between.operand(), between.low(), between.high());
        } else if (expression instanceof Expression.Presence presence) {
            return List.of(presence.operand());
        } else if (expression instanceof Expression.Else orElse) {
            return List.of(orElse.operand(), orElse.fallback());
        } else if (expression instanceof Expression.Call call) {
            return call.arguments();
        } else if (expression instanceof Expression.Aggregation aggregation) {
            return present(aggregation.operand(), aggregation.where());
        }
        return List.of();
    }

    private static List<Expression> present(Expression first, @Nullable Expression second) {
        return second == null ? List.of(first) : List.of(first, second);
    }

    static Expression ungrouped(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Grouped grouped) {
            inner = grouped.inner();
        }
        return inner;
    }

    /** Every path in it, however deep. */
    static Stream<Expression.Path> paths(Expression expression) {
        return expression instanceof Expression.Path path
                ? Stream.of(path)
                : of(expression).stream().flatMap(ExpressionParts::paths);
    }
}
