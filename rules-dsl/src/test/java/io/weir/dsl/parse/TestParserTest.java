package io.weir.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.diagnostic.Problems;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.syntax.Definition;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.TestDefinition;
import io.weir.dsl.syntax.TestDefinition.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestParserTest {

    @Test
    void testOfTheContract_parsed_hasItsRowAndItsExpectation() {
        TestDefinition test = test("test \"eleventh failure\" for \"Failed-login burst\" "
                + "given 00:00:00 Login { userId: \"u\", outcome: \"failed\" } x 11 every 10 seconds "
                + "expect alert at 00:01:40");

        assertThat(test.name().text()).isEqualTo("eleventh failure");
        assertThat(test.rule().text()).isEqualTo("Failed-login burst");
        TestDefinition.Row row = (TestDefinition.Row) test.given().get(0);
        assertThat(row.stream().text()).isEqualTo("Login");
        assertThat(row.values().fields())
                .extracting(field -> field.name().text())
                .containsExactly("userId", "outcome");
        assertThat(row.times().value()).hasToString("11");
        assertThat(Shape.of(row.every())).isEqualTo("10 seconds");
        TestDefinition.AlertExpected expected =
                (TestDefinition.AlertExpected) test.expected().get(0);
        assertThat(expected.at().millis()).isEqualTo(100_000);
        assertThat(expected.severity()).isNull();
        assertThat(expected.text()).isNull();
    }

    @Test
    void given_ofEveryKind_isRead() {
        TestDefinition test = test("""
                test "all" for "a"
                  given day 3 10:00:00 A { n: -1, list: "x", given: true } x 2
                        day 3 10:00:00.250 B {}
                  given list @eea = ["DE",]
                  given score of fraud = -0.5
                  given fx { from: "USD", value: 0.9 }, { from: "GBP", place: { lat: 1, lon: 2 }, tags: [] }
                         { from: "CHF" }
                  expect alert
                  expect alert high
                  expect alert "text"
                  expect alert low "text" at day 3 10:00:00
                  expect alert at 00:00:01
                  expect emit Big
                  expect emit Big { n: 1 } at 00:00:01
                  expect route to "topic" at 00:00:01
                """);

        assertThat(test.given())
                .extracting(given -> given.getClass().getSimpleName())
                .containsExactly("Row", "Row", "ListGiven", "ScoreGiven", "TableGiven");
        assertThat(((TestDefinition.TableGiven) test.given().get(4)).rows()).hasSize(3);
        assertThat(test.expected())
                .extracting(expected -> expected.getClass().getSimpleName())
                .containsExactly(
                        "AlertExpected",
                        "AlertExpected",
                        "AlertExpected",
                        "AlertExpected",
                        "AlertExpected",
                        "EmitExpected",
                        "EmitExpected",
                        "RouteExpected");
    }

    @ParameterizedTest
    @CsvSource({
        "00:00:00, 0, 0",
        "1:2:3, 0, 3723000",
        "23:59:59.999, 0, 86399999",
        "day 3 10:00:00.25, 3, 36000250",
        "day 9999 00:00:00, 9999, 0",
    })
    void moment_parsed_isItsDayAndItsMilliseconds(String written, long day, long millis) {
        TestDefinition test = test("test \"a\" for \"b\" expect alert at " + written);

        Moment at = ((TestDefinition.AlertExpected) test.expected().get(0)).at();

        assertThat(at.day()).isEqualTo(day);
        assertThat(at.millis()).isEqualTo(millis);
    }

    @Test
    void listGiven_beforeADeclaration_isNone() {
        List<Definition> definitions = definitions(
                "test \"a\" for \"b\" given list @x = [1] expect no alert list @y = [2] rule \"c\" on A when b then alert \"x\"");

        assertThat(definitions)
                .extracting(definition -> definition.name().text())
                .containsExactly("a", "y", "c");
    }

    @Test
    void alertExpected_beforeAnotherDeclaration_takesNoSeverityOfIt() {
        List<Definition> definitions = definitions("""
                test "a" for "b" expect alert
                event A { at: timestamp } time at
                test "c" for "b" expect alert test "d" for "b" expect alert rule "e" on A when b then alert "x"
                """);

        assertThat(definitions)
                .extracting(definition -> definition.name().text())
                .containsExactly("a", "A", "c", "d", "e");
    }

    @Test
    void recordsInRecords_past64Levels_areOneProblem() {
        String text =
                "test \"a\" for \"b\" given fx " + "{ a: ".repeat(70) + "1" + " }".repeat(70) + " expect no alert";
        Problems problems = new Problems("a.weir", text);

        Parser.parse(text, problems);

        assertThat(problems.diagnostics()).extracting(d -> d.code().id()).containsExactly("E402");
    }

    @Test
    void numberInARecord_withItsCurrency_isMoney() {
        TestDefinition test = test("test \"a\" for \"b\" given fx { amount: 12.50 EUR, after: 5 m } expect no alert");

        Expression.RecordLiteral row =
                ((TestDefinition.TableGiven) test.given().get(0)).rows().get(0);

        assertThat(row.fields().get(0).value()).isInstanceOf(Expression.MoneyLiteral.class);
        assertThat(row.fields().get(1).value()).isInstanceOf(Expression.Quantity.class);
    }

    private static TestDefinition test(String text) {
        return (TestDefinition) definitions(text).get(0);
    }

    private static List<Definition> definitions(String text) {
        Problems problems = new Problems("a.weir", text);
        List<Definition> definitions = Parser.parse(text, problems).definitions();
        assertThat(Renderer.plain().render(problems.diagnostics())).isEmpty();
        return definitions;
    }
}
