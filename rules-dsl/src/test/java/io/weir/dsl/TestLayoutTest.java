package io.weir.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How weir fmt lays out tests of rules. */
class TestLayoutTest {

    @Test
    void test_written_hasAClauseALineAndARowALine() {
        assertLaidOut("""
                test   "a" for "b" given 00:00:00 A{k:"u",n:- 1,place:{lat:40.4,lon:-3.7,},}x 11 every 10 seconds
                # then another one
                00:01 :00 A{} given list@eea=["DE",] given score of fraud=0.95
                given day 3 00:00:00.5 B { }  # nothing
                expect alert high "x"at 00:01:40 expect emit Big{n:1}at day 3 00:00:00 expect route to "t"
                """.replace(" :00", ":00"), """
                test "a" for "b"
                  given 00:00:00 A { k: "u", n: -1, place: { lat: 40.4, lon: -3.7 } }
                          x 11 every 10 seconds
                        # then another one
                        00:01:00 A {}
                  given list @eea = ["DE"]
                  given score of fraud = 0.95
                  given day 3 00:00:00.5 B {}  # nothing
                  expect alert high "x" at 00:01:40
                  expect emit Big { n: 1 } at day 3 00:00:00
                  expect route to "t"
                """);
    }

    @Test
    void rowsOfATable_written_standBelowEachOther() {
        assertLaidOut("""
                test "a" for "b"
                  given fx { source: "USD", value: 0.9 }, { source: "GBP" } { source: "CHF", value: 1.03 }
                  expect no alert
                """, """
                test "a" for "b"
                  given fx { source: "USD", value: 0.9 }
                           { source: "GBP" }
                           { source: "CHF", value: 1.03 }
                  expect no alert
                """);
    }

    @Test
    void longRow_written_isBrokenBetweenItsFields() {
        assertLaidOut("""
                test "a" for "b"
                  given 00:00:00 Payment { paymentId: "p-1", cardId: "c-1", amount: 12.50 EUR, tags: ["one", "two"], country: "DE" }
                  expect no alert
                """, """
                test "a" for "b"
                  given 00:00:00 Payment { paymentId: "p-1", cardId: "c-1", amount: 12.50 EUR,
                          tags: ["one", "two"], country: "DE" }
                  expect no alert
                """);
    }

    private static void assertLaidOut(String text, String expected) {
        String formatted = RuleFormatter.format(new Source("a.weir", text)).text();

        assertThat(formatted).isEqualTo(expected);
        assertThat(RuleFormatter.format(new Source("a.weir", formatted)).text()).isEqualTo(formatted);
        assertThat(TreeText.of(formatted)).isEqualTo(TreeText.of(text));
    }
}
