package io.weir.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.Pack;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.GeoPoint;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Severity;
import io.weir.dsl.plan.TestPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestPlanTest {

    private static final String PACK = """
            event Login { userId: text, outcome: text, place: geo?, at: timestamp } time at
            event Payment {
              cardId: text, amount: money in currency, currency: text, fee: decimal?, risk: float?, took: duration?, at: timestamp
            } time at
            list @risky = ["crypto"]
            list @limits = [1.5]
            model fraud given fee: float returns probability else 0.0
            rule "Burst" on Login by userId when more than 10 Login within 5 minutes then alert high "x" at most once per 1 day
            rule "Risky" on Payment when cardId in @risky and score of fraud > 0.5 then alert "x"
            """;

    @Test
    void row_planned_hasItsTimeItsValuesAndHowOften() {
        TestPlan test = test("""
                test "eleventh" for "Burst"
                  given day 3 00:00:01.5 Login { userId: "u", outcome: "failed", place: { lat: 40, lon: -3.7 } } x 11 every 10 seconds
                  expect alert at day 3 00:01:41.5
                """);

        TestPlan.Row row = test.rows().get(0);
        assertThat(row.at()).isEqualTo(Instant.parse("2024-01-04T00:00:01.500Z").toEpochMilli());
        assertThat(row.values()).isEqualTo(Map.of("userId", "u", "outcome", "failed", "place", new GeoPoint(40, -3.7)));
        assertThat(row.times()).isEqualTo(11);
        assertThat(row.every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(test.rule().name()).isEqualTo("Burst");
        assertThat(test.expected()).containsExactly(new TestPlan.ExpectedAlert(null, null, row.at() + 100_000));
    }

    @Test
    void money_givenWithItsCurrency_fillsTheFieldOfTheCurrency() {
        TestPlan test = test("""
                test "a" for "Risky"
                  given 00:00:00 Payment { cardId: "c", amount: 12.50 USD, fee: 1, risk: 1, took: 2 seconds }
                        00:00:00 Payment { cardId: "c", amount: 12.50, currency: "CHF" }
                  expect no alert
                """);

        assertThat(test.rows().get(0).values())
                .isEqualTo(Map.of(
                        "cardId",
                        "c",
                        "amount",
                        new MoneyAmount(new BigDecimal("12.50"), "USD"),
                        "currency",
                        "USD",
                        "fee",
                        BigDecimal.ONE,
                        "risk",
                        1.0,
                        "took",
                        2_000L));
        assertThat(test.rows().get(1).values())
                .isEqualTo(Map.of("cardId", "c", "amount", new BigDecimal("12.50"), "currency", "CHF"));
        assertThat(test.expected()).isEmpty();
    }

    @Test
    void listGiven_planned_isTheListOfThisRuleAlone() {
        Compilation compiled = compile("""
                test "a" for "Risky"
                  given list @risky = ["c", "d"]
                  given list @limits = [1]
                  given score of fraud = 1
                  given 00:00:00 Payment { cardId: "c", amount: 12.50 USD }
                  expect alert medium "x"
                """);

        TestPlan test = compiled.tests().get(0);
        assertThat(test.lists()).isEqualTo(Map.of("risky", List.of("c", "d"), "limits", List.of(BigDecimal.ONE)));
        assertThat(test.scores()).isEqualTo(Map.of("fraud", 1.0));
        assertThat(test.rule().when().toString()).contains("[c, d]").doesNotContain("crypto");
        assertThat(compiled.rules().get(1).when().toString()).contains("[crypto]");
        assertThat(compiled.environment().lists().get("risky").entries()).containsExactly("crypto");
        assertThat(test.expected()).containsExactly(new TestPlan.ExpectedAlert(Severity.MEDIUM, "x", null));
    }

    @Test
    void recordsAndLists_given_areUnderTheirPaths() {
        TestPlan test = test("""
                event Order {
                  tags: list of text, prices: list of decimal?
                  address: { zip: text, place: { at: geo } }, note: { text: text }?
                  at: timestamp
                } time at
                rule "Order" on Order when address.zip is "1" then alert "x"
                test "a" for "Order"
                  given 00:00:00 Order { tags: [], prices: [1, 2.5], address: { zip: "1", place: { at: { lat: 1, lon: 2 } } } }
                  expect alert
                """);

        assertThat(test.rows().get(0).values())
                .isEqualTo(Map.of(
                        "tags",
                        List.of(),
                        "prices",
                        List.of(BigDecimal.ONE, new BigDecimal("2.5")),
                        "address.zip",
                        "1",
                        "address.place.at",
                        new GeoPoint(1, 2)));
    }

    @Test
    void tablesRows_given_haveTheirValuesAndSinceWhen() {
        TestPlan test = test("""
                table fx by source, target returns decimal versioned
                table limits by cardId returns { daily: decimal, note: text? }
                test "a" for "Burst"
                  given fx { source: "USD", target: "EUR", value: 0.9, validFrom: timestamp "2024-01-02" }
                           { source: "USD", target: "EUR", value: 1 }
                  given limits { cardId: "c", daily: 3 }
                  given limits { cardId: "d", daily: 2.5, note: "x" }
                  expect no alert
                """);

        assertThat(test.tables().get("fx").rows())
                .containsExactly(
                        new TestPlan.TableRow(
                                Map.of("source", "USD", "target", "EUR", "value", new BigDecimal("0.9")),
                                Instant.parse("2024-01-02T00:00:00Z").toEpochMilli()),
                        new TestPlan.TableRow(Map.of("source", "USD", "target", "EUR", "value", BigDecimal.ONE), null));
        assertThat(test.tables().get("limits").rows())
                .extracting(row -> row.values().get("note"))
                .containsExactly(null, "x");
    }

    @Test
    void ruleThatIsEdited_isTestedAnew() {
        Pack pack = new Pack();
        pack.set(new Source("rules.weir", PACK));
        pack.set(new Source("tests.weir", """
                test "a" for "Burst"
                  given list @risky = ["x"]
                  given 00:00:00 Login { userId: "u", outcome: "x" }
                  expect alert high
                """));
        assertThat(pack.diagnostics("tests.weir")).isEmpty();

        pack.set(new Source("rules.weir", "# moved\n" + PACK.replace("then alert high", "then alert low")));

        assertThat(pack.diagnostics("tests.weir"))
                .extracting(diagnostic -> diagnostic.code().id())
                .containsExactly("E262");
        pack.set(new Source("rules.weir", PACK));
        assertThat(pack.compilation().tests()).extracting(TestPlan::name).containsExactly("a");
    }

    @Test
    void test_inAnotherFileAboveItsRule_isOfThatRule() {
        Compilation compiled = RuleCompiler.compile(List.of(
                new Source(
                        "a.weir",
                        "test \"a\" for \"Burst\" given 00:00:00 Login { userId: \"u\", outcome: \"x\" } expect no alert"),
                new Source("b.weir", PACK)));

        assertThat(compiled.ok()).isTrue();
        assertThat(compiled.tests()).extracting(test -> test.rule().name()).containsExactly("Burst");
        assertThat(compiled.declarations())
                .extracting(declaration -> declaration.source())
                .containsOnly("b.weir");
    }

    @Test
    void names_ofTests_needNoLettersOfIds() {
        Compilation compiled = compile("""
                test "第十一次" for "Burst" given 00:00:00 Login { userId: "u", outcome: "x" } expect no alert
                test "第十二次" for "Burst" given 00:00:00 Login { userId: "u", outcome: "x" } expect no alert
                """);

        assertThat(compiled.tests()).hasSize(2);
        assertThat(compiled.testPlaces().get("第十二次").from().line()).isEqualTo(11);
    }

    private static TestPlan test(String text) {
        return compile(text).tests().get(0);
    }

    private static Compilation compile(String test) {
        Compilation compiled = RuleCompiler.compile(List.of(new Source("a.weir", PACK + test)));
        assertThat(Renderer.plain().render(compiled.diagnostics())).doesNotContain("error");
        return compiled;
    }
}
