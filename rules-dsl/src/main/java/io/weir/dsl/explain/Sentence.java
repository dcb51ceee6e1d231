package io.weir.dsl.explain;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.Operator;
import io.weir.dsl.plan.RulePlan;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions and values of a rule in words. */
final class Sentence {

    private final RulePlan rule;
    private final boolean ofOneEvent;
    private final History history;

    Sentence(RulePlan rule) {
        this(rule, false);
    }

    private Sentence(RulePlan rule, boolean ofOneEvent) {
        this.rule = rule;
        this.ofOneEvent = ofOneEvent;
        this.history = new History(rule, this);
    }

    String words(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return Constants.words(constant);
        } else if (expr instanceof Expr.FieldOf field) {
            boolean one = ofOneEvent || rule.on().size() == 1 || field.stream() < 0;
            return (one ? "" : rule.on().get(field.stream()).alias() + ".")
                    + field.field().name();
        } else if (expr instanceof Expr.LetOf let) {
            return let.name();
        } else if (expr instanceof Expr.AggregateOf aggregate) {
            return history.words(rule.aggregates().get(aggregate.index()));
        } else if (expr instanceof Expr.ScoreOf score) {
            return "the score of " + rule.scores().get(score.index()).model().name();
        } else if (expr instanceof Expr.KeyOf key) {
            return key.name();
        } else if (expr instanceof Expr.TrendOf trend) {
            return history.words(rule.trends().get(trend.index()));
        } else if (expr instanceof Expr.StepAggregate aggregate) {
            return history.words(aggregate);
        } else if (expr instanceof Expr.EventOf event) {
            return history.words(event.event(), event.stream().name());
        } else if (expr instanceof Expr.FieldOfEvent field) {
            return history.field(field);
        }
        return compound(expr);
    }

    private String compound(Expr expr) {
        if (expr instanceof Expr.Widen widen) {
            return words(widen.operand());
        } else if (expr instanceof Expr.Not not) {
            return not.operand() instanceof Expr.IsMissing missing
                    ? part(missing.operand()) + " is present"
                    : "not " + part(not.operand());
        } else if (expr instanceof Expr.And and) {
            return joined(and.operands(), " and ");
        } else if (expr instanceof Expr.Or or) {
            return joined(or.operands(), " or ");
        } else if (expr instanceof Expr.Negate negate) {
            return "-" + part(negate.operand());
        } else if (expr instanceof Expr.Binary binary) {
            return part(binary.left()) + " " + words(binary.operator()) + " " + part(binary.right());
        } else if (expr instanceof Expr.In in) {
            return part(in.operand()) + " is in " + words(in.list());
        } else if (expr instanceof Expr.IsMissing missing) {
            return part(missing.operand()) + " is missing";
        } else if (expr instanceof Expr.Else orElse) {
            return part(orElse.operand()) + " else " + part(orElse.fallback());
        }
        return expr instanceof Expr.Call call ? call(call) : new DataWords(this).words(expr);
    }

    private String call(Expr.Call call) {
        List<String> arguments = call.arguments().stream().map(this::words).toList();
        return switch (call.function()) {
            case DISTANCE -> "the distance from " + arguments.get(0) + " to " + arguments.get(1);
            case ELAPSED -> "the time between " + arguments.get(0) + " and " + arguments.get(1);
            case SPEED -> "the speed from " + arguments.get(0) + " to " + arguments.get(2);
            default ->
                arguments.stream()
                        .collect(Collectors.joining(", ", call.function().text() + "(", ")"));
        };
    }

    private String joined(List<Expr> operands, String word) {
        return operands.stream()
                .map(operand -> operand instanceof Expr.And || operand instanceof Expr.Or
                        ? "(" + words(operand) + ")"
                        : words(operand))
                .collect(Collectors.joining(word));
    }

    // What is itself a sentence stands in parentheses within another.
    String part(Expr expr) {
        Expr inner = expr instanceof Expr.Widen widen ? widen.operand() : expr;
        boolean whole = inner instanceof Expr.Constant
                || inner instanceof Expr.FieldOf
                || inner instanceof Expr.LetOf
                || inner instanceof Expr.AggregateOf
                || inner instanceof Expr.ScoreOf
                || inner instanceof Expr.KeyOf
                || inner instanceof Expr.EventOf
                || inner instanceof Expr.StepAggregate
                || inner instanceof Expr.FieldOfEvent
                || inner instanceof Expr.Lookup
                || inner instanceof Expr.Call;
        return whole ? words(inner) : "(" + words(inner) + ")";
    }

    private static String words(Operator operator) {
        return switch (operator) {
            case GREATER -> "is more than";
            case AT_LEAST -> "is at least";
            case LESS -> "is less than";
            case AT_MOST -> "is at most";
            default -> operator.text();
        };
    }

    /** Where all fields are of one event, so that none need say of which. */
    String ofOneEvent(Expr expr) {
        return new Sentence(rule, true).words(expr);
    }
}
