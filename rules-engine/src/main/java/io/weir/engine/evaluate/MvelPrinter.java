package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Function;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.Template;
import io.weir.dsl.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Prints checked expressions as MVEL. No text of a user gets into the source: fields and whatever else holds a value become indexed
 * variables, literals become bound constants, operators and functions become calls of {@link Calculator}.
 */
final class MvelPrinter {

    private final ToIntFunction<Expr> registerOf;
    private final boolean everything;
    private final List<MvelExpression.Operand> operands = new ArrayList<>();
    private final List<Object> constants = new ArrayList<>();

    private MvelPrinter(ToIntFunction<Expr> registerOf, boolean everything) {
        this.registerOf = registerOf;
        this.everything = everything;
    }

    /** Prints what the instructions of a {@link Program} do not cover; the rest comes out of registers. */
    static MvelPrinter onlyWhatIsLeft(ToIntFunction<Expr> registerOf) {
        return new MvelPrinter(registerOf, false);
    }

    /** Prints all but the values of fields, lets, aggregates and scores, and what is read of lists and tables. */
    static MvelPrinter everything(ToIntFunction<Expr> registerOf) {
        return new MvelPrinter(registerOf, true);
    }

    /** Whether a {@link Program} has no instruction for it. */
    static boolean isLeftToMvel(Expr expr) {
        if (expr instanceof Expr.Binary binary) {
            return binary.operator() == Operator.MATCHES && !(binary.right() instanceof Expr.Constant);
        }
        return expr instanceof Expr.Call call && isLeftToMvel(call);
    }

    private static boolean isLeftToMvel(Expr.Call call) {
        return switch (call.function()) {
            case ABS, LENGTH, HOUR, WEEKDAY, DATE, DISTANCE, SPEED, ELAPSED -> false;
            case ROUND, FLOOR, CEIL, MIN, MAX, LOWER, UPPER, TRIM -> true;
        };
    }

    MvelExpression print(Expr expr) {
        return expression(source(expr));
    }

    /** The text with its values in it. */
    MvelExpression print(Template template) {
        List<String> parts = new ArrayList<>();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal literal) {
                parts.add(constant(literal.text()));
            } else if (part instanceof Template.Value value) {
                parts.add(call(show(value.value().type()), nested(value.value())));
            }
        }
        return expression(
                parts.isEmpty()
                        ? constant("")
                        : parts.stream()
                                .reduce((left, right) -> "(" + left + " + " + right + ")")
                                .orElseThrow());
    }

    private MvelExpression expression(String source) {
        return new MvelExpression(source, operands, constants);
    }

    private static String show(Type type) {
        Type shown = type instanceof Type.ListOf list ? list.element() : type;
        if (shown == Type.Scalar.TIMESTAMP) {
            return "showTime";
        }
        return shown == Type.Scalar.DURATION ? "showDuration" : "show";
    }

    private String nested(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return constant(constant.value());
        }
        return everything && !isValue(expr) || isLeftToMvel(expr) ? source(expr) : variable(expr);
    }

    private static boolean isValue(Expr expr) {
        return expr instanceof Expr.FieldOf
                || expr instanceof Expr.LetOf
                || expr instanceof Expr.AggregateOf
                || expr instanceof Expr.ScoreOf
                || expr instanceof Expr.TrendOf
                || expr instanceof Expr.FieldOfEvent
                || expr instanceof Expr.EventOf
                || expr instanceof Expr.StepAggregate
                || expr instanceof Expr.KeyOf
                || expr instanceof Expr.InPublished
                || expr instanceof Expr.Lookup
                || expr instanceof Expr.Convert;
    }

    private String source(Expr expr) {
        if (expr instanceof Expr.Widen widen) {
            return convert(nested(widen.operand()), widen.type());
        } else if (expr instanceof Expr.Not not) {
            return call("not", nested(not.operand()));
        } else if (expr instanceof Expr.And and) {
            return fold("and", and.operands());
        } else if (expr instanceof Expr.Or or) {
            return fold("or", or.operands());
        } else if (expr instanceof Expr.Negate negate) {
            return call("negate", nested(negate.operand()));
        } else if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        } else if (expr instanceof Expr.In in) {
            return call("in", nested(in.operand()), constant(in.list().value()));
        } else if (expr instanceof Expr.Among among) {
            return call("among", nested(among.operand()), nested(among.list()));
        } else if (expr instanceof Expr.IsMissing missing) {
            return call("isMissing", nested(missing.operand()));
        } else if (expr instanceof Expr.Else orElse) {
            return call("orElse", nested(orElse.operand()), convert(nested(orElse.fallback()), orElse.type()));
        } else if (expr instanceof Expr.Call call) {
            return call(call);
        }
        return nested(expr);
    }

    private String binary(Expr.Binary expr) {
        String name = switch (expr.operator()) {
            case MULTIPLY -> "multiply";
            case DIVIDE -> "divide";
            case REMAINDER -> "remainder";
            case ADD -> "add";
            case SUBTRACT -> "subtract";
            case GREATER -> "greater";
            case AT_LEAST -> "atLeast";
            case LESS -> "less";
            case AT_MOST -> "atMost";
            case EQUAL -> "equal";
            case NOT_EQUAL -> "notEqual";
            case CONTAINS -> "contains";
            case STARTS_WITH -> "startsWith";
            case ENDS_WITH -> "endsWith";
            case MATCHES -> "matches";
        };
        String call = call(name, nested(expr.left()), nested(expr.right()));
        return expr.operator().isArithmetic() ? convert(call, expr.type()) : call;
    }

    private String call(Expr.Call expr) {
        Function function = expr.function();
        if (function == Function.MIN || function == Function.MAX) {
            return fold(function.text(), expr.arguments());
        }
        String[] arguments = expr.arguments().stream().map(this::nested).toArray(String[]::new);
        boolean optional = switch (function) {
            case HOUR, WEEKDAY, DATE, ROUND -> true;
            default -> false;
        };
        String name = optional && arguments.length > 1 ? function.text() + "Of" : function.text();
        return convert(call(name, arguments), expr.type());
    }

    private static String convert(String source, Type type) {
        return switch (Rep.of(type)) {
            case LONG -> call("toInt", source);
            case DECIMAL -> call("toDecimal", source);
            case DOUBLE -> call("toFloat", source);
            case BOOL, MONEY, TEXT, GEO, LIST -> source;
        };
    }

    private String fold(String name, List<Expr> expressions) {
        return expressions.stream()
                .map(this::nested)
                .reduce((left, right) -> call(name, left, right))
                .orElseThrow();
    }

    private static String call(String function, String... arguments) {
        return MvelExpression.FUNCTION + function + "(" + String.join(", ", arguments) + ")";
    }

    private String variable(Expr expr) {
        operands.add(new MvelExpression.Operand(registerOf.applyAsInt(expr), expr.type()));
        return "v" + (operands.size() - 1);
    }

    private String constant(Object value) {
        constants.add(value);
        return "k" + (constants.size() - 1);
    }
}
