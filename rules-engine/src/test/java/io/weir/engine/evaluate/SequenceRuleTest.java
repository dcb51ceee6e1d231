package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.plan.TestPlan;
import io.weir.engine.evaluate.TestOutcome.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules with sequences, by the tests that stand beside them. */
class SequenceRuleTest {

    @Test
    void doubleBottom_ofTheContract_firesWhenThePriceIsAboveTheMiddle() {
        passes("""
            event Trade { symbol: text price: decimal at: timestamp } time at

            rule "Double bottom"
              on Trade by symbol
              let top = first fall.price
              let steps = count of rise
              sequence strictly within 1 day
                start: Trade
                fall+: where price < previous price
                rise+: where price > previous price
                dip+:  where price < previous price
                lift+: where price > previous price
              when last lift.price > last rise.price
              then alert "{symbol}: {start.price}, {top}-{fall.price}, {steps} up, {dip.price}, {price}"

            test "the second rise passes the first" for "Double bottom"
              given 09:00:00 Trade { symbol: "W", price: 20 }
                    09:01:00 Trade { symbol: "W", price: 19 }
                    09:02:00 Trade { symbol: "W", price: 17.5 }
                    09:02:30 Trade { symbol: "V", price: 1 }
                    09:03:00 Trade { symbol: "W", price: 18 }
                    09:04:00 Trade { symbol: "W", price: 19 }
                    09:05:00 Trade { symbol: "W", price: 17.4 }
                    09:06:00 Trade { symbol: "W", price: 18.5 }
                    09:07:00 Trade { symbol: "W", price: 19.01 }
                    09:08:00 Trade { symbol: "W", price: 21 }
              expect alert "W: 20, 19-17.5, 2 up, 17.4, 19.01" at 09:07:00

            test "a day later it is too late" for "Double bottom"
              given 09:00:00 Trade { symbol: "W", price: 20 }
                    09:02:00 Trade { symbol: "W", price: 17.5 }
                    09:03:00 Trade { symbol: "W", price: 18 }
                    09:05:00 Trade { symbol: "W", price: 17.4 }
                    day 1 09:00:00 Trade { symbol: "W", price: 19.01 }
              expect no alert
            """);
    }

    @Test
    void testPaymentThenALargeOne_withOthersBetween_firesAndNamesBoth() {
        passes("""
            event Payment { cardId: text amount: money EUR category: text at: timestamp } time at

            rule "Test payment, then a large one"
              on Payment where category is not "fee" by cardId
              let times = amount / test.amount
              sequence within 10 minutes
                test:  Payment where amount < 2 EUR
                large: Payment where amount > 500 EUR and category is not test.category
              when times > 1_000 or count of Payment over the last 10 minutes > 4
              then alert high "{cardId}: {amount} after {test.amount}, {times} times" at most once per 1 hour
              otherwise when amount > 600 EUR
              then alert low "{cardId}: {amount}"

            test "the first large one of another category that is large enough" for "Test payment, then a large one"
              given 00:00:00 Payment { cardId: "c", amount: 1 EUR, category: "food" }
                    00:01:00 Payment { cardId: "c", amount: 9_000 EUR, category: "food" }
                    00:02:00 Payment { cardId: "c", amount: 9_000 EUR, category: "fee" }
                    00:03:00 Payment { cardId: "c", amount: 501 EUR, category: "toys" }
                    00:04:00 Payment { cardId: "d", amount: 9_000 EUR, category: "toys" }
                    00:05:00 Payment { cardId: "c", amount: 1_001 EUR, category: "toys" }
                    00:06:00 Payment { cardId: "c", amount: 9_000 EUR, category: "toys" }
              expect alert high "c: 1001.00 EUR after 1.00 EUR, 1001 times" at 00:05:00

            test "the second tier" for "Test payment, then a large one"
              given 00:00:00 Payment { cardId: "c", amount: 1 EUR, category: "food" }
                    00:09:59 Payment { cardId: "c", amount: 700 EUR, category: "toys" }
              expect alert low "c: 700.00 EUR" at 00:09:59

            test "a later test payment is in time when the first no longer is" for "Test payment, then a large one"
              given 00:00:00 Payment { cardId: "c", amount: 1 EUR, category: "food" }
                    00:05:00 Payment { cardId: "c", amount: 1 EUR, category: "food" }
                    00:10:00 Payment { cardId: "c", amount: 2_000 EUR, category: "toys" }
                    00:20:00 Payment { cardId: "c", amount: 2_000 EUR, category: "toys" }
              expect alert high "c: 2000.00 EUR after 1.00 EUR, 2000 times" at 00:10:00
            """);
    }

    @Test
    void sequenceThatEndsWithNo_firesWhenTheTimeIsUp() {
        passes("""
            event Order { orderId: text at: timestamp } time at
            event Paid { orderId: text amount: int at: timestamp } time at
            event Sent { orderId: text at: timestamp } time at

            rule "Paid and not sent"
              on Order, Paid, Sent by orderId
              sequence within 1 hour
                order: Order
                paid+: Paid
                sent:  no Sent
              when sum of paid.amount >= 10
              then emit Late { order: orderId, paid: sum of paid.amount, parts: count of paid } to topic "late"

            test "after the last part" for "Paid and not sent"
              given 00:00:00 Order { orderId: "o" }
                    00:10:00 Paid { orderId: "o", amount: 7 }
                    00:20:00 Paid { orderId: "o", amount: 5 }
              expect emit Late { order: "o", paid: 12, parts: 2 } at 01:00:00

            test "sent at the last moment" for "Paid and not sent"
              given 00:00:00 Order { orderId: "o" }
                    00:10:00 Paid { orderId: "o", amount: 12 }
                    00:59:59 Sent { orderId: "o" }
              expect no alert

            test "sent too late, or before it was paid" for "Paid and not sent"
              given 00:00:00 Order { orderId: "o" }
                    00:01:00 Sent { orderId: "o" }
                    00:10:00 Paid { orderId: "o", amount: 12 }
                    01:00:00 Sent { orderId: "o" }
              expect emit Late { order: "o", paid: 12, parts: 1 } at 01:00:00

            test "not enough" for "Paid and not sent"
              given 00:00:00 Order { orderId: "o" }
                    00:10:00 Paid { orderId: "o", amount: 9 }
              expect no alert
            """);
    }

    @Test
    void strictSequence_eventThatOnLeavesOut_breaksIt() {
        passes("""
            event Login { userId: text ok: bool? at: timestamp } time at

            rule "Twice in a row"
              on Login where ok by userId
              sequence strictly within 1 hour
                both{2}: Login
              then alert "{userId}"

            test "two" for "Twice in a row"
              given 00:00:00 Login { userId: "u", ok: true } x 2 every 1 minute
              expect alert at 00:01:00

            test "another between them" for "Twice in a row"
              given 00:00:00 Login { userId: "u", ok: true }
                    00:01:00 Login { userId: "u", ok: false }
                    00:02:00 Login { userId: "u", ok: true }
                    00:03:00 Login { userId: "u" }
                    00:04:00 Login { userId: "u", ok: true }
              expect no alert
            """);
    }

    private static void passes(String pack) {
        Compilation compiled = RuleCompiler.compile(List.of(new Source("pack.weir", pack)));
        assertThat(compiled.ok()).as("%s", compiled.diagnostics()).isTrue();
        assertThat(compiled.tests()).isNotEmpty();
        for (TestPlan test : compiled.tests()) {
            TestOutcome outcome = RuleTest.run(test);
            assertThat(outcome.verdict())
                    .as("%s: %s %s", test.name(), outcome.reason(), outcome.lines())
                    .isEqualTo(Verdict.PASSED);
        }
    }
}
