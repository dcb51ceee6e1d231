package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.StatusReport.Shadow;
import io.weir.dsl.plan.MoneyAmount;
import io.weir.dsl.plan.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final String STREAMS = """
            event Login {
              userId: text?
              outcome: text
              at: timestamp
            } time at, up to 5 seconds late, from topic "logins"

            event Payment {
              cardId: text from "card.id"
              amount: money in currency
              currency: text
              country: text?
              homeCountry: text?
              at: timestamp
            } time at, from topic "payments"
            """;

    private static final String BURST = """
            rule "Failed-login burst"
              severity high
              on Login by userId
              when more than 2 Login where outcome is "failed" within 5 minutes
              then alert "{userId}: {count} failures" at most once per 30 minutes
            """;

    private final World world = new World();

    @Test
    void statelessRule_thatIsTrue_alertsAtOnce() {
        world.publish(null, STREAMS + """
                rule "Foreign high-value purchase"
                  on Payment
                  when amount > 1_000 EUR and country is not homeCountry
                  then alert critical "{cardId}: {amount} spent in {country}" to topic "fraud.alerts"
                """);

        assertThat(world.send("Payment", payment(1, "1000.01", "EUR", "FR"))).hasSize(1);
        assertThat(world.send("Payment", payment(2, "1000.00", "EUR", "FR"))).isEmpty();
        assertThat(world.send("Payment", payment(3, "5000", "USD", "FR"))).isEmpty();
        assertThat(world.send("Payment", payment(4, "5000", "EUR", "ES"))).isEmpty();

        RaisedAlert raised = world.alerts.get(0);
        Alert alert = raised.alert();
        assertThat(raised.topic()).isEqualTo("fraud.alerts");
        assertThat(raised.recordKey()).isEqualTo("acme/foreign-high-value-purchase");
        assertThat(alert.text()).isEqualTo("c1: 1000.01 EUR spent in FR");
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.key()).isEmpty();
        assertThat(alert.time()).isEqualTo(1);
        assertThat(alert.id()).hasSize(32);
        assertThat(alert.events().get(0).fields())
                .containsEntry("amount", new MoneyAmount(new BigDecimal("1000.01"), "EUR"))
                .containsEntry("at", "1970-01-01T00:00:00.001Z");
        assertThat(world.states).isEmpty();
        assertThat(world.routeStatus("foreign-high-value-purchase").hits()).isEqualTo(1);
    }

    @Test
    void count_beyondItsThreshold_alertsOncePerPeriodAndCountsTheRest() {
        world.publish(null, STREAMS + BURST);
        for (int second = 0; second < 10; second++) {
            world.send("Login", login("ann", "failed", second * 1000));
            world.send("Login", login("ann", "ok", second * 1000));
            world.send("Login", login("bob", "failed", second * 400_000));
        }

        assertThat(world.alerts).extracting(raised -> raised.alert().text()).containsExactly("ann: 3 failures");
        assertThat(world.alerts.get(0).alert().key()).isEqualTo(Map.of("userId", "ann"));
        assertThat(world.alerts.get(0).alert().values()).isEqualTo(Map.of("count", 3L));
        assertThat(world.alerts.get(0).recordKey()).isEqualTo("acme/ann");
        assertThat(world.status("failed-login-burst").hits()).isEqualTo(16);
        assertThat(world.status("failed-login-burst").throttled()).isEqualTo(15);

        long later = 4_000_000;
        for (int second = 0; second < 3; second++) {
            world.send("Login", login("ann", "failed", later + second * 1000));
        }

        assertThat(world.alerts).hasSize(2);
        assertThat(world.alerts.get(1).alert().suppressed()).isEqualTo(15);
    }

    @Test
    void throttle_ofAChangedRule_goesOn() {
        world.publish(null, STREAMS + BURST);
        for (int second = 0; second < 3; second++) {
            world.send("Login", login("ann", "failed", second * 1000));
        }
        world.publish(4_000L, BURST.replace("more than 2", "more than 1"));

        world.send("Login", login("ann", "failed", 5_000));
        world.send("Login", login("ann", "failed", 1_803_000));
        world.send("Login", login("ann", "failed", 1_804_000));

        assertThat(world.alerts).hasSize(2);
        assertThat(world.alerts.get(1).alert().suppressed()).isEqualTo(1);
        assertThat(world.alerts.get(1).alert().revision()).isEqualTo(2);
        assertThat(world.alerts.get(1).alert().epoch()).isEqualTo(2);
    }

    @Test
    void changedThreshold_keepsTheWindowsPast_longerWindowStartsAnew() {
        world.publish(null, STREAMS + BURST);
        world.send("Login", login("ann", "failed", 1_000));
        world.send("Login", login("ann", "failed", 2_000));
        world.publish(3_000L, BURST.replace("more than 2", "more than 1"));

        assertThat(world.send("Login", login("ann", "failed", 3_000))).hasSize(1);

        world.publish(4_000L, BURST.replace("5 minutes", "6 minutes").replace("at most once per 30 minutes", ""));

        assertThat(world.send("Login", login("ann", "failed", 4_000))).isEmpty();
        assertThat(world.send("Login", login("ann", "failed", 5_000))).isEmpty();
        assertThat(world.send("Login", login("ann", "failed", 6_000))).hasSize(1);
    }

    @Test
    void aggregate_thatWasRetiredAndComesBack_countsFromThen() {
        world.publish(null, STREAMS + BURST);
        world.send("Login", login("ann", "failed", 1_000));
        world.send("Login", login("ann", "failed", 2_000));
        world.release(3_000L, ArtifactKind.RULE, "failed-login-burst", ArtifactState.RETIRED);
        world.release(4_000L, ArtifactKind.RULE, "failed-login-burst", ArtifactState.LIVE);

        assertThat(world.send("Login", login("ann", "failed", 5_000))).isEmpty();
        assertThat(world.send("Login", login("ann", "failed", 6_000))).isEmpty();
        assertThat(world.send("Login", login("ann", "failed", 7_000))).hasSize(1);
    }

    @Test
    void pausedRule_goesOnCounting_shadowRuleCountsHitsAndNeverActs() {
        world.publish(null, STREAMS + BURST);
        world.release(1_000L, ArtifactKind.RULE, "failed-login-burst", ArtifactState.PAUSED);
        for (int second = 1; second < 5; second++) {
            world.send("Login", login("ann", "failed", second * 1000));
        }
        assertThat(world.alerts).isEmpty();
        assertThat(world.status("failed-login-burst").hits()).isZero();

        world.release(5_000L, ArtifactKind.RULE, "failed-login-burst", ArtifactState.SHADOW);
        world.send("Login", login("ann", "ok", 5_000));
        assertThat(world.alerts).isEmpty();
        assertThat(world.status("failed-login-burst").hits()).isZero();
        assertThat(world.status("failed-login-burst").shadow()).isEqualTo(new Shadow(1, "ann", 5_000L, null));

        world.release(6_000L, ArtifactKind.RULE, "failed-login-burst", ArtifactState.LIVE);
        world.send("Login", login("ann", "ok", 6_000));
        assertThat(world.alerts).hasSize(1);
        assertThat(world.alerts.get(0).alert().text()).isEqualTo("ann: 4 failures");
    }

    @Test
    void previousWindow_leavesOutTheEventAtHand() {
        world.publish(null, STREAMS + """
                rule "Largest payment"
                  on Payment by cardId
                  let top = highest amount over the previous 30 days
                  when amount > top and count of Payment over the previous 30 days >= 2
                  then alert "{cardId}: new record {amount}, {top} before"
                """);

        assertThat(world.send("Payment", payment(1, "10", "EUR", "FR"))).isEmpty();
        assertThat(world.send("Payment", payment(2, "20", "EUR", "FR"))).isEmpty();
        assertThat(world.send("Payment", payment(3, "20", "EUR", "FR"))).isEmpty();
        assertThat(world.send("Payment", payment(4, "20.01", "EUR", "FR"))).hasSize(1);
        assertThat(world.send("Payment", payment(5, "100", "USD", "FR"))).isEmpty();
        assertThat(world.send("Payment", payment(6, "100", "EUR", "FR"))).isEmpty();
        assertThat(world.alerts.get(0).alert().text()).isEqualTo("c1: new record 20.01 EUR, 20.00 EUR before");
    }

    @Test
    void eventWithoutItsKey_triggersNothingAndIsCounted() {
        world.publish(null, STREAMS + BURST);

        world.send("Login", "{'outcome':'failed','at':1}");

        assertThat(world.router.missingKeys()).isEqualTo(1);
        assertThat(world.states).isEmpty();
    }

    @Test
    void ruleThatCannotBeLoaded_isQuarantined_theOthersLive() {
        Epoch epoch = world.publish(null, STREAMS + BURST);
        epoch = world.release(
                0L,
                List.of(
                        world.write(
                                ArtifactKind.RULE,
                                "broken",
                                "rule \"Broken\" on Login when nonsense > 1 then alert \"x\"",
                                null),
                        world.write(ArtifactKind.RULE, "empty", "", null)));

        assertThat(epoch.quarantined()).hasSize(2);
        assertThat(world.status("broken").quarantined()).contains("nonsense");
        for (int second = 0; second < 3; second++) {
            world.send("Login", login("ann", "failed", second * 1000));
        }
        assertThat(world.alerts).hasSize(1);
    }

    @Test
    void ruleThatFailsAgainAndAgain_isQuarantined_theOthersLive() {
        world.publish(null, """
                event E { id: text n: int at: timestamp } time at
                rule "Filter fails" on E when n + 9223372036854775807 > 0 then alert "x"
                rule "Feed fails" on E by id when sum of (n * 9223372036854775807) over the last 1 day > 0 then alert "x"
                rule "Condition fails" on E by id
                  when count of E over the last 1 day + 9223372036854775807 > 0 then alert "x"
                rule "Fine" on E by id when count of E over the last 1 day >= 1 then alert "fine"
                """);

        for (int i = 0; i < 250; i++) {
            world.send("E", "{'id':'a','n':2,'at':" + i + "}");
        }

        assertThat(world.alerts).hasSize(250);
        assertThat(world.routeStatus("filter-fails").errors()).isEqualTo(100);
        assertThat(world.routeStatus("filter-fails").quarantined()).contains("int overflow at E e-0 at offset 99");
        assertThat(world.status("feed-fails").quarantined()).contains("int overflow");
        assertThat(world.status("condition-fails").errors()).isEqualTo(100);
        assertThat(world.status("condition-fails").lastError()).contains("offset 99 (1970-01-01T00:00:00.099Z)");
        assertThat(world.status("fine").quarantined()).isNull();
    }

    @Test
    void ruleThatFailsNowAndThen_isCountedOnly() {
        world.publish(null, """
                event E { id: text n: int at: timestamp } time at
                rule "Filter fails" on E when n + 9223372036854775807 > 0 then alert "x"
                """);

        for (int i = 0; i < 5_000; i++) {
            world.send("E", "{'id':'a','n':" + (i % 20 == 0 ? 1 : 0) + ",'at':" + i + "}");
        }

        assertThat(world.routeStatus("filter-fails").errors()).isEqualTo(250);
        assertThat(world.routeStatus("filter-fails").quarantined()).isNull();
    }

    @Test
    void score_ofALiveModel_decidesAndIsNamed() {
        String rules = """
                event E { id: text x: float? at: timestamp } time at
                model fraud given x: float, velocity: float returns probability else 0.5
                prompt triage timeout 10 seconds \"""Look at {rule}\""" returns { summary: text, action: ["ignore", "block"] }
                rule "Scored" on E by id
                  let velocity = count of E over the last 1 hour
                  when score of fraud >= 0.5
                  then alert "{id}: {score}" enriched by triage
                """;
        world.publish(null, rules);

        world.send("E", "{'id':'a','x':0.25,'at':0}");
        Alert before = world.alerts.get(0).alert();
        world.release(1L, List.of(world.write(ArtifactKind.MODEL, "fraud", null, new byte[1])));
        world.send("E", "{'id':'a','x':0.25,'at':1}");
        world.send("E", "{'id':'a','at':2}");
        world.send("E", "{'id':'a','x':0.75,'at':3}");

        assertThat(before.text()).isEqualTo("a: 0.5");
        assertThat(before.model()).isEqualTo(new Alert.ModelScore("fraud", null, 0.5));
        assertThat(world.alerts).hasSize(2);
        Alert after = world.alerts.get(1).alert();
        assertThat(after.model()).isEqualTo(new Alert.ModelScore("fraud", 1, 0.75));
        assertThat(after.values()).isEqualTo(Map.of("velocity", 4L, "score", 0.75));
        var enrich = world.alerts.get(1).enrich();
        assertThat(enrich.id()).isEqualTo(after.id());
        assertThat(enrich.prompt().revision()).isEqualTo(1);
        assertThat(enrich.prompt().template()).contains("Look at {rule}");
        assertThat(enrich.prompt().outputs().get(1).choices()).containsExactly("ignore", "block");
        assertThat(enrich.alert().get("text").asText()).isEqualTo("a: 0.75");
    }

    @Test
    void modelThatCannotBeLoaded_quarantinesItsRules() {
        World failing = new World(false, (model, signature) -> {
            throw new IllegalArgumentException("the package is cut short");
        });
        failing.publish(null, """
                event E { id: text x: float at: timestamp } time at
                model fraud given x: float returns probability else 0.5
                rule "Scored" on E by id when score of fraud >= 0.5 then alert "{id}: {score}"
                rule "Counted" on E by id when count of E over the last 1 hour >= 1 then alert "{count}"
                """);
        failing.release(1L, List.of(failing.write(ArtifactKind.MODEL, "fraud", null, new byte[1])));

        failing.send("E", "{'id':'a','x':0.25,'at':1}");

        assertThat(failing.alerts).extracting(raised -> raised.alert().text()).containsExactly("1");
        assertThat(failing.status("scored").quarantined())
                .contains("acme/model/fraud@1 cannot be loaded: the package is cut short");
    }

    @Test
    void alert_ofTheSameEvent_hasTheSameIdOnEveryRun() {
        World again = new World(true, (model, signature) -> inputs -> 0);
        for (World each : List.of(world, again)) {
            each.publish(null, STREAMS + BURST);
            for (int second = 0; second < 3; second++) {
                each.send("Login", login("ann", "failed", second * 1000));
            }
        }

        assertThat(again.alerts).isEqualTo(world.alerts);
    }

    @Test
    void state_afterEveryWindowHasPassed_isEmpty() {
        world.publish(null, STREAMS + BURST + """
                rule "Spending" on Payment by cardId
                  when sum of amount over the last 40 days > 10 EUR and average of amount over the last 1 hour > 1 EUR
                  then alert "{sum}"
                """);
        for (int i = 0; i < 1_000; i++) {
            world.send("Login", login("u" + i % 10, i % 3 == 0 ? "ok" : "failed", i * 10_000));
            world.send("Payment", payment(i * 10_000, "12.50", i % 100 == 0 ? "USD" : "EUR", "FR"));
        }
        assertThat(world.entries()).isGreaterThan(1_000);
        long last = 999 * 10_000;

        world.passTo(last + 40L * 86_400_000 - 1);
        assertThat(world.entries()).isPositive();

        world.passTo(last + 40L * 86_400_000);
        assertThat(world.states).isEmpty();
    }

    @Test
    void throttleThatHeldBack_isForgottenAfter90Days() {
        world.publish(null, STREAMS + BURST);
        for (int second = 0; second < 4; second++) {
            world.send("Login", login("ann", "failed", second * 1000));
        }

        world.passTo(2_000 + Throttle.REMEMBERED - 1);
        assertThat(world.entries()).isEqualTo(1);

        world.passTo(2_000 + Throttle.REMEMBERED);
        assertThat(world.states).isEmpty();
    }

    @Test
    void stateOfARetiredRule_isFreedWithinADay() {
        world.publish(null, STREAMS + """
                rule "Spending" on Payment by cardId
                  when sum of amount over the last 40 days > 10 EUR then alert "{sum}"
                """);
        world.send("Payment", payment(0, "1", "EUR", "FR"));
        world.release(1L, ArtifactKind.RULE, "spending", ArtifactState.RETIRED);

        world.passTo(86_400_000);

        assertThat(world.states).isEmpty();
    }

    private static String login(String user, String outcome, long time) {
        return "{'userId':'" + user + "','outcome':'" + outcome + "','at':" + time + "}";
    }

    private static String payment(long time, String amount, String currency, String country) {
        return "{'card':{'id':'c1'},'amount':" + amount + ",'currency':'" + currency + "','country':'" + country
                + "','homeCountry':'ES','at':" + time + "}";
    }
}
