package io.weir.dsl.plan;

import java.util.Objects;
import java.util.stream.Stream;

/** Whatever a rule computes. */
public final class RuleExpressions {

    private RuleExpressions() {}

    /** Its expressions and all their parts. */
    public static Stream<Expr> all(RulePlan rule) {
        Stream<Expr> filters = rule.on().stream().map(RulePlan.Trigger::where).filter(Objects::nonNull);
        Stream<Expr> lets = rule.lets().stream().map(Let::value);
        Stream<Expr> aggregates = rule.aggregates().stream().flatMap(RuleExpressions::ofAggregate);
        Stream<Expr> inputs = rule.scores().stream().flatMap(score -> score.inputs().stream());
        Stream<Expr> trends = rule.trends().stream().map(Trend::operand);
        Stream<Expr> actions = rule.actions().stream().flatMap(RuleExpressions::ofAction);
        return Stream.of(filters, lets, aggregates, inputs, trends, ofBody(rule), actions)
                .flatMap(each -> each)
                .flatMap(ExprParts::all);
    }

    private static Stream<Expr> ofAggregate(Aggregate aggregate) {
        return Stream.of(aggregate.operand(), aggregate.where()).filter(Objects::nonNull);
    }

    private static Stream<Expr> ofBody(RulePlan rule) {
        Stream<Expr> asked = Stream.of();
        if (rule.body() instanceof RuleBody.When when && when.follow() != null) {
            asked = Stream.of(when.follow().where()).filter(Objects::nonNull);
        } else if (rule.body() instanceof RuleBody.Match match) {
            asked = match.sequence().steps().stream().map(Sequence.Step::where).filter(Objects::nonNull);
        }
        return Stream.concat(asked, rule.conditions().stream());
    }

    private static Stream<Expr> ofAction(Action action) {
        if (action instanceof EmitAction emit) {
            return emit.fields().stream().map(EmitAction.Field::value);
        }
        return ((AlertAction) action)
                .text().parts().stream()
                        .filter(Template.Value.class::isInstance)
                        .map(part -> ((Template.Value) part).value());
    }
}
