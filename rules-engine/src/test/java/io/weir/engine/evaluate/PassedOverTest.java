package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.contract.StatusReport.PassedOver;
import org.junit.jupiter.api.Test;

class PassedOverTest {

    private static final String STREAM = """
            event Payment {
              cardId: text?
              amount: money in currency
              currency: text
              limit: money in limitCurrency
              limitCurrency: text
              n: int
              at: timestamp
            } time at, from topic "payments"
            """;

    private final World world = new World();

    @Test
    void eventThatNoArmTakes_isCountedOnceAndNotSent() {
        world.publish(null, STREAM + """
                rule "Route"
                  on Payment where n > 0
                  route to "low" when n < 10
                        to "high" when n > 90
                rule "Route by card"
                  on Payment by cardId
                  route to "few" when count of Payment over the last 1 hour < 2
                """);

        send(1, 5, "EUR", "EUR", "'c1'");
        send(2, 50, "EUR", "EUR", "'c1'");
        send(3, 0, "EUR", "EUR", "'c1'");

        assertThat(world.sent).extracting(SentEvent::topic).containsExactlyInAnyOrder("low", "few");
        assertThat(world.routeStatus("route").passedOver()).isEqualTo(new PassedOver(1, 0, 0, 0));
        assertThat(world.status("route-by-card").passedOver()).isEqualTo(new PassedOver(2, 0, 0, 0));
    }

    @Test
    void amountsOfTwoCurrencies_areCountedForTheRulesThatCompareThem() {
        world.publish(null, STREAM + """
                rule "Filter"
                  on Payment
                  when amount > limit
                  then alert "over"
                rule "Sum"
                  on Payment by cardId
                  when sum of amount over the last 1 hour > 1_000 EUR
                  then alert "much"
                rule "Other"
                  on Payment
                  when n > 1_000
                  then alert "n"
                """);

        send(1, 5, "EUR", "EUR", "'c1'");
        send(2, 5, "USD", "EUR", "'c1'");

        assertThat(world.routeStatus("filter").passedOver()).isEqualTo(new PassedOver(0, 1, 0, 0));
        assertThat(world.status("sum").passedOver()).isEqualTo(new PassedOver(0, 1, 0, 0));
        assertThat(world.routeStatus("other").passedOver()).isNull();
        assertThat(world.alerts).isEmpty();
    }

    @Test
    void counts_goOnWhenOthersAreReleased() {
        world.publish(null, STREAM + """
                rule "Filter"
                  on Payment
                  when amount > limit
                  then alert "over"
                """);
        send(1, 5, "USD", "EUR", "'c1'");
        world.publish(2L, """
                rule "Filter too"
                  on Payment
                  when amount > limit and n > 3
                  then alert "over"
                """);
        send(3, 5, "USD", "EUR", "'c1'");

        assertThat(world.routeStatus("filter").passedOver()).isEqualTo(new PassedOver(0, 2, 0, 0));
    }

    @Test
    void eventWithoutAKey_isCountedForTheRulesThatItWouldHaveTriggered() {
        world.publish(null, STREAM + """
                rule "Burst"
                  on Payment by cardId
                  when n > 3 and more than 2 Payment within 1 hour
                  then alert "{count}"
                rule "Hourly"
                  on Payment by cardId
                  every 1 hour
                  when count of Payment over the last 1 hour > 3
                  then alert "{count}"
                """);

        send(1, 5, "EUR", "EUR", "null");
        send(2, 1, "EUR", "EUR", "null");
        send(3, 5, "EUR", "EUR", "'c1'");

        assertThat(world.routeStatus("burst").passedOver()).isEqualTo(new PassedOver(0, 0, 0, 1));
        assertThat(world.routeStatus("hourly").passedOver()).isEqualTo(new PassedOver(0, 0, 0, 2));
        assertThat(world.router.missingKeys()).isEqualTo(2);
    }

    @Test
    void partThatFails_isBlamedOnAllRulesThatShareIt() {
        world.publish(null, STREAM + """
                rule "One"
                  on Payment by cardId
                  when n + 1 increases 3 times in a row within 1 hour
                  then alert "up"
                rule "Two"
                  on Payment by cardId
                  when n + 1 increases 3 times in a row within 1 hour and n > 7
                  then alert "up, too"
                rule "Three"
                  on Payment by cardId
                  when n increases 3 times in a row within 1 hour
                  then alert "n"
                """);

        send(1, Long.MAX_VALUE, "EUR", "EUR", "'c1'");

        assertThat(world.status("one").errors()).isEqualTo(1);
        assertThat(world.status("two").errors()).isEqualTo(1);
        assertThat(world.status("three").errors()).isZero();
        assertThat(world.status("two").lastError()).contains("int overflow at Payment payments-0 at offset 0");
    }

    private void send(long at, long n, String currency, String limitCurrency, String card) {
        world.send(
                "Payment",
                "{'cardId':" + card + ",'amount':'5','currency':'" + currency + "','limit':'9','limitCurrency':'"
                        + limitCurrency + "','n':" + n + ",'at':" + at + "}");
    }
}
