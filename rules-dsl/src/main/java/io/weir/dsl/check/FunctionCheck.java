package io.weir.dsl.check;

import io.weir.dsl.diagnostic.Code;
import io.weir.dsl.diagnostic.NearNames;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Function;
import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks calls: the function's name, the number of its arguments, their types. */
final class FunctionCheck {

    private static final String COUNT =
            "events are counted with 'count of Payment over the last 1 hour', different values with 'distinct country over …'";

    /** What is a function elsewhere and an aggregate here. */
    private static final Map<String, String> OTHERS = Map.of(
            "count", COUNT,
            "distinct", COUNT,
            "sum", "write 'sum of amount over the last 1 hour'",
            "avg", "write 'average of amount over the last 1 hour'",
            "average", "write 'average of amount over the last 1 hour'",
            "coalesce", "write 'country else \"unknown\"'",
            "lag", "write 'previous amount'");

    private final RuleContext rule;

    FunctionCheck(RuleContext rule) {
        this.rule = rule;
    }

    /** The call; the arguments are those that have a meaning. */
    @Nullable
    Expr check(Expression.Call call, List<Expr> arguments) {
        Function function = function(call);
        if (function == null || arguments.size() != call.arguments().size() || !hasRightCount(function, call)) {
            return null;
        }
        return switch (function) {
            case ABS, ROUND, FLOOR, CEIL -> number(function, call, arguments);
            case MIN, MAX -> extreme(function, call, arguments);
            case LOWER, UPPER, TRIM -> text(function, call, arguments, Type.Scalar.TEXT);
            case LENGTH -> length(call, arguments);
            case HOUR, WEEKDAY -> calendar(function, call, arguments, Type.Scalar.INT);
            case DATE -> calendar(function, call, arguments, Type.Scalar.TEXT);
            case DISTANCE, SPEED, ELAPSED -> throw new IllegalStateException(function + " is no call");
        };
    }

    private @Nullable Function function(Expression.Call call) {
        String name = call.function().text();
        for (Function function : Function.values()) {
            if (function.isCalled() && function.text().equals(name)) {
                return function;
            }
        }
        List<String> names = Stream.of(Function.values())
                .filter(Function::isCalled)
                .map(Function::text)
                .toList();
        rule.report(Code.UNKNOWN_FUNCTION, call.function().span(), name)
                .help(OTHERS.getOrDefault(name, "functions are " + String.join(", ", names)))
                .suggest(NearNames.nearest(name, names), call.function().span(), "");
        return null;
    }

    private boolean hasRightCount(Function function, Expression.Call call) {
        int count = call.arguments().size();
        boolean right = switch (function) {
            case MIN, MAX -> count >= 2;
            case ROUND, HOUR, WEEKDAY, DATE -> count == 1 || count == 2;
            default -> count == 1;
        };
        if (!right) {
            String takes = switch (function) {
                case MIN, MAX -> "two values or more";
                case ROUND, HOUR, WEEKDAY, DATE -> "one or two values";
                default -> "one value";
            };
            rule.report(Code.WRONG_ARGUMENT_COUNT, call.span(), function.text(), takes);
        }
        return right;
    }

    private @Nullable Expr number(Function function, Expression.Call call, List<Expr> arguments) {
        Expr value = arguments.get(0);
        boolean fits = value.type().isNumeric() || value.type() instanceof Type.Money;
        if (!fits && !(function == Function.ABS && value.type() == Type.Scalar.DURATION)) {
            return wrong(function, call, 0, value);
        } else if (arguments.size() == 2 && !isConstant(arguments.get(1), Type.Scalar.INT)) {
            return wrong(function, call, 1, arguments.get(1));
        }
        return new Expr.Call(function, arguments, value.type());
    }

    private @Nullable Expr extreme(Function function, Expression.Call call, List<Expr> arguments) {
        Type type = arguments.get(0).type();
        for (int i = 0; i < arguments.size(); i++) {
            Type next = arguments.get(i).type();
            Type common = type.equals(next) ? type : Typing.common(type, next);
            if (common == null || !(common.isNumeric() || isTime(common))) {
                return wrong(function, call, i, arguments.get(i));
            }
            type = common;
        }
        Type result = type;
        List<Expr> widened = arguments.stream()
                .map(argument -> Typing.widen(argument, result))
                .toList();
        return new Expr.Call(function, widened, result);
    }

    private static boolean isTime(Type type) {
        return type == Type.Scalar.DURATION || type == Type.Scalar.TIMESTAMP;
    }

    private @Nullable Expr text(Function function, Expression.Call call, List<Expr> arguments, Type result) {
        return arguments.get(0).type() == Type.Scalar.TEXT
                ? new Expr.Call(function, arguments, result)
                : wrong(function, call, 0, arguments.get(0));
    }

    private @Nullable Expr length(Expression.Call call, List<Expr> arguments) {
        return arguments.get(0).type() instanceof Type.ListOf
                ? new Expr.Call(Function.LENGTH, arguments, Type.Scalar.INT)
                : text(Function.LENGTH, call, arguments, Type.Scalar.INT);
    }

    private @Nullable Expr calendar(Function function, Expression.Call call, List<Expr> arguments, Type result) {
        if (arguments.get(0).type() != Type.Scalar.TIMESTAMP) {
            return wrong(function, call, 0, arguments.get(0));
        } else if (arguments.size() == 2 && !isZone(function, call, arguments.get(1))) {
            return null;
        }
        return new Expr.Call(function, arguments, result);
    }

    private boolean isZone(Function function, Expression.Call call, Expr zone) {
        if (!isConstant(zone, Type.Scalar.TEXT)) {
            wrong(function, call, 1, zone);
            return false;
        }
        String name = (String) ((Expr.Constant) zone).value();
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException e) {
            rule.report(Code.UNKNOWN_ZONE, call.arguments().get(1).span(), name)
                    .help("a time zone is written as in \"Europe/Madrid\"");
            return false;
        }
    }

    private static boolean isConstant(Expr expr, Type type) {
        return expr instanceof Expr.Constant && expr.type() == type;
    }

    private @Nullable Expr wrong(Function function, Expression.Call call, int argument, Expr given) {
        rule.report(
                Code.WRONG_ARGUMENT, call.arguments().get(argument).span(), function.text(), Phrases.a(given.type()));
        return null;
    }
}
