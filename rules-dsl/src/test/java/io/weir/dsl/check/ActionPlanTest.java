package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.Action;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.EmitAction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.plan.Template;
import io.weir.dsl.plan.Type;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionPlanTest {

    private static final String DECLARED = """
            event A { k: text, n: int, eur: money EUR, cur: text, any: money in cur, t: text?, at: timestamp } time at
            event B { k: text, count: int, at: timestamp } time at
            event Copy { k: text, n: decimal, any: money in cur, cur: text, t: text?, at: timestamp } time at
            model m given n: int returns probability else 0.0
            prompt why "Why {rule}?" returns { summary: text }
            """;

    @Test
    void tiers_planned_keepTheirOrderAndActions() {
        RulePlan plan = rule("severity high on A when n > 9 then alert \"a\" and alert low \"b\"\n"
                + "otherwise when n > 5 then emit C { n: n } to topic \"c\" otherwise when true then alert \"d\"");

        List<RuleBody.Tier> tiers = ((RuleBody.When) plan.body()).tiers();
        assertThat(tiers)
                .extracting(tier -> tier.condition().canonical())
                .containsExactly(">(`A`.`n`, 9)", ">(`A`.`n`, 5)", "true");
        assertThat(tiers).extracting(tier -> tier.actions().size()).containsExactly(2, 1, 1);
        assertThat(plan.alerts())
                .extracting(AlertAction::severity)
                .containsExactly(Severity.HIGH, Severity.LOW, Severity.HIGH);
        assertThat(plan.conditions()).hasSize(3);
    }

    @Test
    void route_planned_hasAnArmForWhatIsLeft() {
        RulePlan plan =
                rule("on A by k route to \"x\" when count of A over the last 1 hour > 3 to \"y\" when t is missing\n"
                        + "otherwise to \"z\" then alert \"{count}\" to topic \"w\" at most once per 1 hour");

        RuleBody.Route route = (RuleBody.Route) plan.body();
        assertThat(route.arms()).extracting(RuleBody.Arm::topic).containsExactly("x", "y", "z");
        assertThat(route.arms().get(2).condition()).isEqualTo(new Expr.Constant(Type.Scalar.BOOL, true));
        assertThat(plan.alerts()).hasSize(1);
        assertThat(plan.topics()).containsExactly("x", "y", "z", "w");
        assertThat(plan.eventTopics()).containsExactly("x", "y", "z");
    }

    @Test
    void route_withoutAKey_isStateless() {
        assertThat(rule("on A, B route to \"x\" when k is \"a\" otherwise to \"y\"")
                        .key())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n: n, twice: n * 2 | `A`.`n`; *(`A`.`n`, 2)",
                "v: v, any: any | let `v`; `A`.`any`",
                "c: count, s: sum, p: score | aggregate 0; aggregate 1; score 0",
                "c: (count of A over the last 2 hours), d: count | aggregate 2; aggregate 0",
                "c: distinct, d: distinct n over the last 1 hour | aggregate 2; aggregate 2",
                "p: (score of m given n: 3), q: score | score 1; score 0",
            })
    void emitted_planned_fillsItsFields(String fields, String values) {
        RulePlan plan = rule("on A by k let v = n + 1\n"
                + "when count of A over the last 1 hour > 1 and sum of n over the last 1 hour > score of m\n"
                + "then emit C { " + fields + " } to topic \"c\"");

        assertThat(text(emitted(plan))).isEqualTo(values);
    }

    @Test
    void word_ofAField_isTheFieldBeforeAnAggregate() {
        RulePlan plan = rule("on B by k when count of B over the last 1 hour > 1\n"
                + "then emit C { n: count } to topic \"c\" and alert \"{count}\" at most once per 1 hour");

        assertThat(text(emitted(plan))).isEqualTo("`B`.`count`");
        assertThat(value(plan.alerts().get(0))).isInstanceOf(Expr.FieldOf.class);
    }

    @Test
    void word_inTheFirstTier_mayMeanAnAggregateOfTheLast() {
        RulePlan plan = rule(
                "on A by k when n > 3 then alert \"{sum}\" at most once per 1 hour and emit C { s: sum } to topic \"c\"\n"
                        + "otherwise when sum of n over the last 1 hour > 5 then emit C { s: sum of n over the last 2 hours } to topic \"c\"");

        assertThat(value(plan.alerts().get(0))).isEqualTo(new Expr.AggregateOf(0, Type.Scalar.INT));
        assertThat(plan.aggregates()).hasSize(2);
        assertThat(text(emitted(plan))).isEqualTo("aggregate 0");
    }

    @Test
    void word_ofSeveralAggregates_meansTheFirstOfTheText() {
        RulePlan plan = rule(
                "on A by k let c = count of B over the last 1 day\n"
                        + "when n > 3 and count of A over the last 1 hour > 2 then alert \"{count}\" at most once per 1 hour\n");

        assertThat(plan.aggregates().get(((Expr.AggregateOf) value(plan.alerts().get(0))).index()).stream()
                        .name())
                .isEqualTo("B");
    }

    @Test
    void emitted_ofADeclaredEvent_isWidenedToItsFields() {
        RulePlan plan = rule("on A when n > 3 then emit Copy { k: k, n: n, any: eur, cur: \"EUR\" } to topic \"copy\"");

        EmitAction emit = emitted(plan);
        assertThat(text(emit)).isEqualTo("`A`.`k`; as decimal(`A`.`n`); `A`.`eur`; \"EUR\"");
        assertThat(emit.event()).isNotNull();
        assertThat(emit.event().name()).isEqualTo("Copy");
        assertThat(emitted(rule("on A when n > 3 then emit Other { k: k } to topic \"copy\""))
                        .event())
                .isNull();
    }

    @Test
    void given_planned_isWhatThePromptSees() {
        RulePlan plan = rule("on A by k when n > 3 then alert \"x\" enriched by why given last 20 B");

        AlertAction.Context given = plan.alerts().get(0).given();
        assertThat(given.events()).isEqualTo(20);
        assertThat(given.stream().name()).isEqualTo("B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "when true then emit C { } to topic \"c\"",
                "when n > 3 then alert \"x\" otherwise when true then alert \"y\"",
                "when n > 3 then alert \"x\" otherwise when n > 2 then alert \"y\"",
                "when n > 3 or true is false then alert \"x\"",
                "when n in [1.0] or 2 in [2.5] then alert \"x\"",
                "route to \"x\" when n > 3 to \"y\" when n > 2 to \"x\" when n > 1 otherwise to \"z\"",
                "route to \"x\" when n > 3 to \"x\" when n > 2 otherwise to \"z\"",
            })
    void right_compiled_isWithoutAWarning(String clauses) {
        assertThat(Renderer.plain().render(compile("rule \"r\" on A " + clauses).diagnostics()))
                .isEmpty();
    }

    private static String text(EmitAction emit) {
        return emit.fields().stream().map(field -> field.value().canonical()).collect(Collectors.joining("; "));
    }

    private static EmitAction emitted(RulePlan plan) {
        Action action = plan.actions().stream()
                .filter(EmitAction.class::isInstance)
                .findFirst()
                .orElseThrow();
        return (EmitAction) action;
    }

    private static Expr value(AlertAction alert) {
        return ((Template.Value) alert.text().parts().get(0)).value();
    }

    private static RulePlan rule(String clauses) {
        Compilation compiled = compile("rule \"r\" " + clauses);
        assertThat(compiled.ok())
                .as(Renderer.plain().render(compiled.diagnostics()))
                .isTrue();
        return compiled.rules().get(0);
    }

    private static Compilation compile(String rule) {
        return RuleCompiler.compile(List.of(new Source("a.weir", DECLARED + rule)));
    }
}
