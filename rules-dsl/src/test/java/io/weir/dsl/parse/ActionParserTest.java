package io.weir.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.syntax.Action;
import io.weir.dsl.syntax.Body;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.RuleDefinition;
import io.weir.dsl.syntax.SyntaxTree;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "alert \"x\" | alert null \"x\"",
                "alert low \"x\" to topic \"t\" | alert low \"x\" to t",
                "alert \"x\" enriched by p given last 20 A at most once per 1 hour"
                        + " | alert null \"x\" by p given 20 A per 1 hours",
                "alert \"x\" at most once per 1 hour enriched by p | alert null \"x\" by p per 1 hours",
                "alert \"x\" and alert \"y\" | alert null \"x\", alert null \"y\"",
                "emit B { } to topic \"t\" | emit B to t",
                "emit B { a: x and y, emit: 1, } to topic \"t\" | emit B a: And(x, y) emit: 1 to t",
                "emit B { given: (score of m given a: x), b: 2 } to topic \"t\" and alert \"x\""
                        + " | emit B given: (Score) b: 2 to t, alert null \"x\"",
            })
    void actions_read_areAsWritten(String actions, String expected) {
        Body.When body = (Body.When) body("when x > 1 then " + actions);

        assertThat(text(body.tiers().get(0).actions())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "when otherwise > 1 then alert \"x\" otherwise when otherwise is 1 then alert \"y\" and alert \"z\""
                        + " | GREATER(otherwise, 1): alert null \"x\"; EQUAL(otherwise, 1): alert null \"y\", alert null \"z\"",
                "when a then alert \"x\" otherwise when b then alert \"y\" otherwise when c then emit B { } to topic \"t\""
                        + " | a: alert null \"x\"; b: alert null \"y\"; c: emit B to t",
            })
    void tiers_read_areInTheirOrder(String clauses, String expected) {
        Body.When body = (Body.When) body(clauses);

        assertThat(body.tiers().stream()
                        .map(tier -> Shape.of(tier.condition()) + ": " + text(tier.actions()))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "route to \"a\" when x otherwise to \"b\" | x: a; else: b |",
                "route to \"a\" when to and route to \"b\" when otherwise | And(to, route): a; otherwise: b |",
                "route to \"a\" when x then alert \"y\" and emit B { } to topic \"t\""
                        + " | x: a | alert null \"y\", emit B to t",
            })
    void route_read_hasItsArms(String clauses, String arms, String actions) {
        Body.Route route = (Body.Route) body(clauses);

        assertThat(route.arms().stream()
                        .map(arm -> (arm.condition() == null ? "else" : Shape.of(arm.condition())) + ": "
                                + arm.topic().value())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(arms);
        assertThat(text(route.actions())).isEqualTo(actions == null ? "" : actions);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "route to 5 when x to \"b\" when y | E106",
                "route to \"a\" to \"b\" when y | E106",
                "route to \"a\" when x > to \"b\" when y | E106",
                "route to \"a\" when x y to \"b\" when y | E106",
                "route to topic \"a\" when x | E114",
                "route to \"a\" when x otherwise to \"b\" to \"c\" when y | E111",
                "route to \"a\" when x when y then alert \"x\" | E106",
                "when x then route to \"a\" when y | E106",
                "when x then alert \"x\" otherwise then alert \"y\" | E106",
                "when x then alert \"x\" otherwise when then alert \"y\" | E106",
                "when x otherwise when y then alert \"y\" | E106",
                "otherwise when y then alert \"y\" | E106",
                "when x then emit { a: 1 } to topic \"t\" | E106",
                "when x then emit B { a: } to topic \"t\" | E106",
                "when x then emit B { a: 1 b: 2 } to topic \"t\" | E106",
                "when x then emit B { a: 1 } | E115",
                "when x then emit B { a: 1 + score of m given b: c, d: e } to topic \"t\" | E128",
                "when x then alert \"x\" enriched by p given 5 A | E106",
                "when x then alert \"x\" enriched by p given last A | E106",
                "when x then alert \"x\" enriched by p given last 5 | E106",
            })
    void mistake_read_isSaidOnceAndTheNextRuleIsRead(String clauses, String code) {
        String text = "rule \"a\"\n on A\n " + clauses + "\n\nrule \"b\"\n on A\n when x > 1\n then alert \"x\"\n";
        Problems problems = new Problems("a.weir", text);

        SyntaxTree tree = Parser.parse(text, problems);

        assertThat(problems.diagnostics()).extracting(d -> d.code().id()).containsExactly(code);
        assertThat(tree.definitions()).extracting(d -> d.name().text()).containsExactly("a", "b");
    }

    @Test
    void rule_calledByItsOwnWords_isRead() {
        assertThat(((Body.When) body("when route > emit and given is otherwise then alert \"x\""))
                        .tiers()
                        .get(0)
                        .condition())
                .isInstanceOf(Expression.And.class);
    }

    private static String text(List<Action> actions) {
        return actions.stream().map(ActionParserTest::text).collect(Collectors.joining(", "));
    }

    private static String text(Action action) {
        if (action instanceof Action.Emit emit) {
            return "emit " + emit.name().text()
                    + emit.fields().stream()
                            .map(field -> " " + field.name().text() + ": " + Shape.of(field.value()))
                            .collect(Collectors.joining())
                    + " to " + emit.topic().value();
        }
        Action.Alert alert = (Action.Alert) action;
        Action.Given given = alert.given();
        return "alert " + (alert.severity() == null ? null : alert.severity().text())
                + " \"" + alert.text().text().value() + "\""
                + (alert.topic() == null ? "" : " to " + alert.topic().value())
                + (alert.enrichedBy() == null ? "" : " by " + alert.enrichedBy().text())
                + (given == null
                        ? ""
                        : " given " + given.number().value() + " "
                                + given.stream().text())
                + (alert.atMostOncePer() == null ? "" : " per " + Shape.of(alert.atMostOncePer()));
    }

    private static Body body(String clauses) {
        String text = "rule \"a\" on A " + clauses;
        Problems problems = new Problems("a.weir", text);
        RuleDefinition rule =
                (RuleDefinition) Parser.parse(text, problems).definitions().get(0);
        assertThat(Renderer.plain().render(problems.diagnostics())).isEmpty();
        return rule.body();
    }
}
