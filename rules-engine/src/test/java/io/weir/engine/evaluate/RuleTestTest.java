package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.Alert;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.TestPlan;
import io.weir.engine.evaluate.TestOutcome.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outcomes computed by hand. */
class RuleTestTest {

    private static final String PACK = """
            event Login { userId: text?, outcome: text, place: geo?, from: ip?, at: timestamp } time at, from topic "z-logins"
            event Payment {
              cardId: text, amount: money in currency, currency: text, items: int?, weight: decimal?, risk: float?,
              online: bool?, took: duration?, due: timestamp?, at: timestamp
            } time at, from topic "payments"
            list @risky = ["crypto"]
            model fraud given items: int returns probability else 0.25

            rule "Failed-login burst"
              severity high
              on Login by userId
              when more than 10 Login where outcome is "failed" within 5 minutes
              then alert "{userId}: {count} failures" at most once per 30 minutes

            rule "Every failure"
              on Login by userId
              when outcome is "failed"
              then alert "{count of nothing}"
            """.replace("{count of nothing}", "{userId}");

    @Test
    void eleventhFailure_ofTheContract_passes() {
        TestOutcome outcome = run("""
                test "eleventh failure" for "Failed-login burst"
                  given 00:00:00 Login { userId: "u", outcome: "failed" } x 11 every 10 seconds
                  expect alert at 00:01:40
                """);

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(outcome.lines()).hasSize(1);
        assertThat(alert(outcome.lines().get(0)).text()).isEqualTo("u: 11 failures");
        assertThat(outcome.lines().get(0).happened().time())
                .isEqualTo(Instant.parse("2024-01-01T00:01:40Z").toEpochMilli());
        assertThat(outcome.reason()).isNull();
    }

    @Test
    void twelfthFailureExpected_isLackingAndTheEleventhUnexpected() {
        TestOutcome outcome = run("""
                test "twelfth failure" for "Failed-login burst"
                  given 00:00:00 Login { userId: "u", outcome: "failed" } x 11 every 10 seconds
                  expect alert high "u: 12 failures" at 00:01:50
                """);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.lines()).hasSize(2);
        assertThat(outcome.lines().get(0).expected()).isNull();
        assertThat(alert(outcome.lines().get(0)).text()).isEqualTo("u: 11 failures");
        assertThat(outcome.lines().get(1).expected()).isInstanceOf(TestPlan.ExpectedAlert.class);
        assertThat(outcome.lines().get(1).happened()).isNull();
    }

    @Test
    void alertsThatAPauseHoldsBack_areCountedAndNotThere() {
        TestOutcome outcome = run("""
                test "pause" for "Failed-login burst"
                  given 00:00:00 Login { userId: "u", outcome: "failed" } x 200 every 10 seconds
                  expect alert at 00:01:40
                  expect alert "u: 30 failures" at 00:31:40
                """);

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASSED);
        // From the 12th at 110 s to the 190th at 1890 s, and the last nine after the one at 1900 s.
        assertThat(alert(outcome.lines().get(1)).suppressed()).isEqualTo(179);
        assertThat(outcome.heldBack()).isEqualTo(179 + 9);
    }

    @Test
    void rowsInAnyOrder_areEvaluatedByTimeThenByTheText() {
        TestOutcome outcome = run("""
                rule "Sum so far" on Payment, Login by everything
                  when sum of (Payment.items else 0) over the last 1 hour > 0 then alert "{sum}"

                test "order" for "Sum so far"
                  given 00:00:02 Payment { cardId: "c", amount: 1 EUR, items: 100 }
                        00:00:01 Login { outcome: "a" }
                        00:00:01 Payment { cardId: "c", amount: 1 EUR, items: 10 }
                        00:00:01 Login { outcome: "b" }
                        00:00:00 Payment { cardId: "c", amount: 1 EUR, items: 1 }
                  expect alert "1" at 00:00:00
                  expect alert "1" at 00:00:01
                  expect alert "11" at 00:00:01
                  expect alert "11" at 00:00:01
                  expect alert "111" at 00:00:02
                """);

        assertThat(outcome.verdict()).as("%s", outcome.lines()).isEqualTo(Verdict.PASSED);
        assertThat(outcome.lines()).extracting(line -> alert(line).text()).containsExactly("1", "1", "11", "11", "111");
    }

    @Test
    void valuesOfEveryType_arriveAsTheyAreWritten() {
        TestOutcome outcome = run("""
                rule "Values" on Payment
                  when amount = 12.50 USD and items = -3 and weight = 0.125 and risk > 0.49 and risk < 0.51 and online
                   and took = 90 seconds and due = timestamp "2024-02-29T12:00:00Z" and at = timestamp "2024-01-11T10:00:00.250Z"
                  then alert "{amount} {currency} {items} {weight} {risk} {online} {took} {due} {at}"

                test "values" for "Values"
                  given day 10 10:00:00.250 Payment { cardId: "c", amount: 12.50 USD, items: -3, weight: 0.125, risk: 50 percent,
                    online: true, took: 90 seconds, due: timestamp "2024-02-29 12:00:00" }
                  expect alert medium "12.50 USD USD -3 0.125 0.5 true 90 seconds 2024-02-29T12:00:00.000Z 2024-01-11T10:00:00.250Z"
                """);

        assertThat(outcome.verdict()).as("%s", outcome.lines()).isEqualTo(Verdict.PASSED);
        assertThat(alert(outcome.lines().get(0)).events().get(0).fields())
                .containsEntry("amount", new MoneyAmount(new BigDecimal("12.50"), "USD"));
    }

    @Test
    void placesAndAddresses_arriveAsTheyAreWritten() {
        TestOutcome outcome = run("""
                rule "Where" on Login when place is present then alert "{from}"
                test "where" for "Where"
                  given 00:00:00 Login { outcome: "ok", place: { lat: 40.4, lon: -3.7 }, from: "192.0.2.1" }
                        00:00:01 Login { outcome: "ok", from: "192.0.2.2" }
                  expect alert "192.0.2.1"
                """);

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(alert(outcome.lines().get(0)).events().get(0).fields()).containsEntry("place", "40.4,-3.7");
    }

    @Test
    void listAndScore_givenOrNot_areThoseOfTheTest() {
        List<TestOutcome> outcomes = runAll("""
                rule "Scored" on Payment when cardId in @risky and score of fraud >= 0.25 then alert "{cardId} {score}"
                test "declared" for "Scored"
                  given 00:00:00 Payment { cardId: "crypto", amount: 1 EUR, items: 1 }
                        00:00:01 Payment { cardId: "watches", amount: 1 EUR, items: 1 }
                  expect alert "crypto 0.25"
                test "given" for "Scored"
                  given list @risky = ["watches"]
                  given score of fraud = 0.95
                  given 00:00:00 Payment { cardId: "crypto", amount: 1 EUR, items: 1 }
                        00:00:01 Payment { cardId: "watches", amount: 1 EUR, items: 1 }
                        00:00:02 Payment { cardId: "watches", amount: 1 EUR }
                  expect alert "watches 0.95" at 00:00:01
                test "too low" for "Scored"
                  given score of fraud = 0.2
                  given 00:00:00 Payment { cardId: "crypto", amount: 1 EUR, items: 1 }
                  expect no alert
                """);

        assertThat(outcomes).extracting(TestOutcome::verdict).containsOnly(Verdict.PASSED);
    }

    @Test
    void rowsWithoutAKey_triggerNothingAndAreCounted() {
        TestOutcome outcome = run("""
                test "no key" for "Every failure"
                  given 00:00:00 Login { outcome: "failed" } x 3
                  expect no alert
                """);

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(outcome.keyless()).isEqualTo(3);
    }

    @Test
    void looseExpectation_leavesTheAlertToTheOneThatNeedsIt() {
        TestOutcome outcome = run("""
                test "loose" for "Every failure"
                  given 00:00:00 Login { userId: "u", outcome: "failed" } x 3 every 1 second
                  expect alert
                  expect alert "u"
                  expect alert "u" at 00:00:00
                """);

        assertThat(outcome.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void alertTooMany_failsTheTest() {
        TestOutcome outcome = run("""
                test "one too many" for "Every failure"
                  given 00:00:00 Login { userId: "u", outcome: "failed" } x 2 every 1 second
                  expect alert
                """);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.lines()).filteredOn(line -> line.expected() == null).hasSize(1);
    }

    @Test
    void ruleThatFailsWhileItIsEvaluated_failsWithTheReason() {
        TestOutcome outcome = run("""
                rule "Overflow" on Payment when items * 2 < 0 then alert "x"
                test "overflow" for "Overflow"
                  given 00:00:00 Payment { cardId: "c", amount: 1 EUR, items: 9_223_372_036_854_775_807 }
                  expect no alert
                """);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.reason()).contains("Payment").contains("2024-01-01T00:00:00.000Z");
    }

    @Test
    void everyAggregate_inATest_isEvaluated() {
        TestOutcome outcome = run("""
                rule "Unusual" on Payment as here by cardId
                  let usual = percentile 75 of items over the previous 4 events
                  let middle = median of items over the last 1 hour
                  let spread = stddev of items over the last 1 hour
                  let kinds = distinct online over the last 1 hour
                  let first3 = first items over the last 3 events
                  let last3 = last weight over the last 3 events
                  let alike = count of Payment where online is here.online over the last 1 hour
                  when items > usual and items > 5
                  then alert "{items} after {usual}: {middle} {spread} {kinds} {first3} {last3} {alike}"

                test "unusual" for "Unusual"
                  given 00:00:00 Payment { cardId: "c", amount: 1 EUR, items: 2, weight: 1.5, online: true }
                        00:00:01 Payment { cardId: "c", amount: 1 EUR, items: 4, weight: 2.5, online: false }
                        00:00:02 Payment { cardId: "c", amount: 1 EUR }
                        00:00:03 Payment { cardId: "d", amount: 1 EUR, items: 9, online: true }
                        00:00:04 Payment { cardId: "c", amount: 1 EUR, items: 6, online: true }
                  expect alert "6 after 4: 4 2 2 4 2.5 2"
                """);

        assertThat(outcome.verdict()).as("%s", outcome.lines()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void ruleOverAlerts_seesWhatThePacksOtherRulesRaise() {
        TestOutcome outcome = run("""
                rule "Bad" on Login by userId when outcome is "failed" then alert "{userId}"
                rule "Twice" on Login by userId when at least 2 Login within 1 hour then alert "{userId} twice" at most once per 1 day
                rule "Many alerts" on Alert by key when more than 2 Alert within 1 hour then alert "{key}" at most once per 1 hour
                test "both" for "Many alerts"
                  given 00:00:00 Login { userId: "u", outcome: "failed" } x 2 every 1 minute
                  expect alert "u" at 00:01:00
                """);

        assertThat(outcome.reason()).isNull();
        assertThat(outcome.isPassed()).isTrue();
    }

    @Test
    void ruleOverAlerts_whereARuleThatRaisesThemFails_says() {
        TestOutcome outcome = run("""
                rule "Much" on Login by userId when length(userId) * 9223372036854775807 > 3 then alert "{userId}"
                rule "Any alert" on Alert when text is not "" then alert "{text}"
                test "none" for "Any alert"
                  given 00:00:00 Login { userId: "uu", outcome: "ok" }
                  expect no alert
                """);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(outcome.reason()).contains("int overflow").contains("Login");
    }

    private static TestOutcome run(String text) {
        List<TestOutcome> outcomes = runAll(text);
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    private static List<TestOutcome> runAll(String text) {
        return compile(text).tests().stream().map(RuleTest::run).toList();
    }

    private static Compilation compile(String text) {
        Compilation compiled = RuleCompiler.compile(List.of(new Source("a.weir", PACK + text)));
        assertThat(Renderer.plain().render(compiled.diagnostics())).doesNotContain("error");
        return compiled;
    }

    private static Alert alert(TestOutcome.Line line) {
        return ((RaisedAlert) line.happened()).alert();
    }
}
