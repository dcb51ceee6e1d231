package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ListPlan;
import io.weir.dsl.plan.ModelSignature;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.PromptPlan;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Template;
import io.weir.dsl.plan.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private static final String EVENTS = """
            event A {
              k: text, n: int, d: decimal, f: float, ok: bool, eur: money EUR, cur: text, any: money in cur
              t: text?, took: duration, at: timestamp
            } time at
            event B { n: int, t: text?, k: text, eur: money EUR, at: timestamp } time at
            list @codes = ["a", "b"]
            list @numbers = [1, 2.5]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n > 1 | >(`A`.`n`, 1)",
                "n > 1.5 | >(as decimal(`A`.`n`), 1.5d)",
                "f > 1 | >(`A`.`f`, 1.0f)",
                "d + n > f | >(as float(+(`A`.`d`, as decimal(`A`.`n`))), `A`.`f`)",
                "n / 2 > 1 | >(/(as decimal(`A`.`n`), 2d), 1d)",
                "n > -5 | >(`A`.`n`, -5)",
                "n > -n | >(`A`.`n`, -(`A`.`n`))",
                "eur * 2 > 1 EUR | >(*(`A`.`eur`, 2d), 1 EUR)",
                "eur / eur > 1 | >(/(`A`.`eur`, `A`.`eur`), 1d)",
                "any > 1_000.50 EUR | >(`A`.`any`, 1000.5 EUR)",
                "at + took > at | >(+(`A`.`at`, `A`.`took`), `A`.`at`)",
                "at - at > 1.5 hours | >(-(`A`.`at`, `A`.`at`), 5400000)",
                "at > timestamp \"2026-01-01\" | >(`A`.`at`, 1767225600000)",
                "at > timestamp \"2026-01-01 00:00:01+01:00\" | >(`A`.`at`, 1767222001000)",
                "k in @codes | in(`A`.`k`, [\"a\", \"b\"])",
                "n in @numbers | in(as decimal(`A`.`n`), [1d, 2.5d])",
                "n not in [1, 2] | not(in(`A`.`n`, [1, 2]))",
                "n between 1 and 3 | and(>=(`A`.`n`, 1), <=(`A`.`n`, 3))",
                "t is missing | missing(`A`.`t`)",
                "t is present | not(missing(`A`.`t`))",
                "(t else \"x\") is \"x\" | is(else(`A`.`t`, \"x\"), \"x\")",
                "k does not start with \"x\" | not(starts with(`A`.`k`, \"x\"))",
                "min(n, d, 3) > 1 | >(min(as decimal(`A`.`n`), `A`.`d`, 3d), 1d)",
                "hour(at, \"Europe/Madrid\") > 3 | >(hour(`A`.`at`, \"Europe/Madrid\"), 3)",
                "A.n > 1 | >(`A`.`n`, 1)",
                "ok is true or not ok | or(is(`A`.`ok`, true), not(`A`.`ok`))",
            })
    void condition_planned_isTypedAndWidened(String condition, String canonical) {
        assertThat(rule("on A when " + condition).when().canonical()).isEqualTo(canonical);
    }

    @Test
    void field_ofAllStreams_isWhicheverTriggered() {
        RulePlan plan = rule("on A, B as b when n > 1 and b.eur > 1 EUR");

        List<Expr> operands = ((Expr.And) plan.when()).operands();
        assertThat(((Expr.Binary) operands.get(0)).left())
                .isEqualTo(new Expr.FieldOf(
                        -1, "A", 1, plan.on().get(0).stream().fields().get(1)));
        assertThat(((Expr.Binary) operands.get(1)).left())
                .isEqualTo(new Expr.FieldOf(
                        1, "B", 3, plan.on().get(1).stream().fields().get(3)));
    }

    @Test
    void let_insideAnAggregate_isUnfoldedForTheCountedEvent() {
        RulePlan plan = rule("on A by k let x = n + 1 let y = x * 2\n"
                + "when sum of y over the last 1 day > 3 and count of B where x > 2 over the previous 1 day > 1");

        assertThat(plan.aggregates())
                .extracting(Aggregate::series)
                .containsExactly("series(`A`, *(+(`A`.`n`, 1), 2), true)", "series(`B`, 1, >(+(`B`.`n`, 1), 2))");
    }

    @Test
    void aggregate_askedTwice_isOne() {
        RulePlan plan = rule("on A by k let c = count of B over the last 1 day\n"
                + "when c > 3 and more than 5 B within 1 day and count of B over the previous 1 day > 1");

        assertThat(plan.aggregates()).extracting(Aggregate::label).containsExactly("c", "count");
    }

    @Test
    void aggregates_ofEachFunction_haveTheirTypes() {
        RulePlan plan = rule("on A by k\n"
                + "let a = average of n over the last 1 day let b = sum of eur over the last 1 day\n"
                + "let c = highest at over the last 1 day let e = lowest f over the last 1 day\n"
                + "when a > 1 and b > 1 EUR");

        assertThat(plan.aggregates())
                .extracting(Aggregate::function, Aggregate::type)
                .containsExactly(
                        tuple(AggregateFunction.AVERAGE, Type.Scalar.DECIMAL),
                        tuple(AggregateFunction.SUM, new Type.Money("EUR")),
                        tuple(AggregateFunction.HIGHEST, Type.Scalar.TIMESTAMP),
                        tuple(AggregateFunction.LOWEST, Type.Scalar.FLOAT));
    }

    @Test
    void text_withPlaces_showsLetsAndFieldsBeforeAggregates() {
        String text = EVENTS + "rule \"r\" on A by k let count = n when sum of n over the last 1 day > 3 "
                + "then alert \"{{a} {count} {sum} {A.t}\" at most once per 1 day";

        List<Template.Part> parts =
                compile(text).rules().get(0).alerts().get(0).text().parts();

        assertThat(parts)
                .filteredOn(Template.Value.class::isInstance)
                .extracting(part -> ((Template.Value) part).value())
                .satisfiesExactly(
                        count -> assertThat(count).isInstanceOf(Expr.LetOf.class),
                        sum -> assertThat(sum).isEqualTo(new Expr.AggregateOf(0, Type.Scalar.INT)),
                        field -> assertThat(field).isInstanceOf(Expr.FieldOf.class));
        assertThat(parts.get(0)).isEqualTo(new Template.Literal("{a} "));
    }

    @Test
    void declarations_compiled_areInTheEnvironment() {
        Compilation compiled = compile("""
                list @amounts = [1 EUR, 2.50 EUR, -3 EUR]
                list @none = []
                model fraud given amount: float, n: int returns probability else 5 percent
                prompt why "Why {key.cardId}?" returns { summary: text, action: ["a", "b"], sure: bool }
                """);

        assertThat(compiled.ok()).isTrue();
        assertThat(compiled.environment().lists().get("amounts"))
                .isEqualTo(new ListPlan(
                        "amounts",
                        new Type.Money("EUR"),
                        List.of(
                                new MoneyAmount(new BigDecimal("1"), "EUR"),
                                new MoneyAmount(new BigDecimal("2.50"), "EUR"),
                                new MoneyAmount(new BigDecimal("-3"), "EUR")),
                        false));
        assertThat(compiled.environment().models().get("fraud"))
                .isEqualTo(new ModelSignature(
                        "fraud",
                        List.of(
                                new ModelSignature.Input("amount", Type.Scalar.FLOAT),
                                new ModelSignature.Input("n", Type.Scalar.INT)),
                        Type.Scalar.PROBABILITY,
                        0.05));
        assertThat(compiled.environment().prompts().get("why"))
                .isEqualTo(new PromptPlan(
                        "why",
                        Duration.ofSeconds(10),
                        "Why {key.cardId}?",
                        List.of(
                                new PromptPlan.Output("summary", Type.Scalar.TEXT, List.of()),
                                new PromptPlan.Output("action", Type.Scalar.TEXT, List.of("a", "b")),
                                new PromptPlan.Output("sure", Type.Scalar.BOOL, List.of()))));
    }

    @ParameterizedTest
    @CsvSource({"CartUpdated, cart-updated", "HTTPRequest, http-request", "A1B, a1-b", "login, login"})
    void event_withoutATopic_readsTheOneOfItsName(String event, String topic) {
        Compilation compiled = compile("event " + event + " { at: timestamp } time at");

        assertThat(compiled.environment().streams().get(event).topic()).isEqualTo(topic);
    }

    @Test
    void longText_indented_isTakenWithoutTheIndentation() {
        Compilation compiled = compile("""
                prompt p \"""
                    One {rule}.
                      Two.
                    \""" returns { a: text }
                """);

        assertThat(compiled.environment().prompts().get("p").template()).isEqualTo("One {rule}.\n  Two.");
    }

    private static RulePlan rule(String clauses) {
        Compilation compiled = compile(EVENTS + "rule \"r\" " + clauses + "\nthen alert \"x\"");
        assertThat(compiled.diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(Renderer.plain()::render)
                .isEmpty();
        return compiled.rules().get(0);
    }

    private static Compilation compile(String text) {
        return RuleCompiler.compile(List.of(new Source("a.weir", text)));
    }
}
