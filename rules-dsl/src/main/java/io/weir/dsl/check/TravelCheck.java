package io.weir.dsl.check;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Function;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks {@code distance from there to here}, {@code speed from …} and {@code elapsed from …}. */
final class TravelCheck {

    private final RuleContext rule;
    private final Scope scope;
    private final ExpressionCheck expressions;

    TravelCheck(RuleContext rule, Scope scope, ExpressionCheck expressions) {
        this.rule = rule;
        this.scope = scope;
        this.expressions = expressions;
    }

    @Nullable
    Expr check(Expression.Travel travel) {
        Function measure = Function.valueOf(travel.measure().name());
        JourneyEnd from = end(travel.from(), measure);
        JourneyEnd to = end(travel.to(), measure);
        if (from == null || to == null) {
            return null;
        }
        return switch (travel.measure()) {
            case DISTANCE ->
                call(measure, Type.Scalar.LENGTH, Stream.of(from, to).map(JourneyEnd::place));
            case ELAPSED ->
                call(measure, Type.Scalar.DURATION, Stream.of(from, to).map(JourneyEnd::time));
            case SPEED -> speed(from, to);
        };
    }

    private @Nullable JourneyEnd end(Expression source, Function measure) {
        EventName event = source instanceof Expression.Path path && path.names().size() == 1
                ? scope.event(path.names().get(0))
                : null;
        if (event != null) {
            return JourneyEnd.of(rule, source, measure, event);
        }
        Expr value = expressions.check(source, Wanted.JOURNEY_END);
        return value == null ? null : JourneyEnd.of(rule, source, measure, value);
    }

    private @Nullable Expr speed(JourneyEnd from, JourneyEnd to) {
        Expr start = from.place();
        Expr end = to.place();
        return start == null || end == null
                ? null
                : call(Function.SPEED, Type.Scalar.SPEED, Stream.of(start, from.time(), end, to.time()));
    }

    private static @Nullable Expr call(Function measure, Type type, Stream<@Nullable Expr> ends) {
        List<@Nullable Expr> arguments = ends.toList();
        return arguments.contains(null)
                ? null
                : new Expr.Call(
                        measure, arguments.stream().map(Objects::requireNonNull).toList(), type);
    }
}
