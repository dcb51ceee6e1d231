package io.weir.dsl.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchWordsTest {

    private static final String EVENTS = """
            event Trade { symbol: text, price: decimal, at: timestamp } time at
            event Cart { cartId: text, total: money EUR, at: timestamp } time at
            event Checkout { cartId: text, total: money EUR, at: timestamp } time at
            """;

    @Test
    void sequence_explained_isToldStepByStep() {
        assertThat(explained("""
                on Trade by symbol
                sequence strictly within 1 day
                  start: Trade
                  fall+: where price < previous price
                  rise{2,5}: where price > previous price and price > lowest fall.price
                when last rise.price > start.price
                then alert "{symbol}"
                """)).isEqualTo("""
                rule "r"
                  watches   each Trade
                  kept by   symbol: a history for each value
                  matches   these steps, each event right after the one before, in less than 1 day
                  step      start: one Trade
                  step      fall: 1 or more Trade where price is less than price of the event before
                  step      rise: 2 to 5 Trade where price is more than price of the event before and price is more than the lowest price of fall
                  fires     when rise.price is more than start.price
                  reports   at the first event that makes it whole
                  goes on   after the match's last event
                  then      send a medium alert "{symbol}"
                  reads     Trade (topic "trade")
                  state     a key: 16 bytes for each event of a match that is not whole yet, of the last 1 day
                  state     a key: 80 bytes besides; about 1680 bytes in all if there are 100 such events in it (an estimate)
                """);
    }

    @Test
    void absence_explained_hasItsDeadline() {
        assertThat(explained("""
                on Cart by cartId
                when total > 10 EUR and not followed by Checkout where total >= Cart.total within 1 hour
                then alert "{cartId} left {total}"
                """)).isEqualTo("""
                rule "r"
                  watches   each Cart
                  kept by   cartId: a history for each value
                  fires     when total is more than 10 EUR
                  waits     1 hour, and fires if no Checkout where total is at least total of the triggering Cart has come by then
                  then      send a medium alert "{cartId} left {total}"
                  reads     Cart (topic "cart"), Checkout (topic "checkout")
                  state     a key: 48 bytes for each event that waits, of the last 1 hour
                  state     a key: 80 bytes besides; about 4880 bytes in all if there are 100 such events in it (an estimate)
                """);
    }

    @Test
    void boundedSequence_withoutATime_keepsSoMany() {
        String text = explained("on Trade by symbol sequence strictly a{2,3}: Trade b: no Trade c: where price > 1 "
                + "then resume at next then alert \"x\"");

        assertThat(text)
                .contains("step      b: no Trade meanwhile")
                .contains("goes on   at the event after the match's first")
                .contains("8 bytes for each event of a match that is not whole yet, at most 4");
    }

    private static String explained(String clauses) {
        return Explanation.of(RuleCompiler.compile(List.of(new Source("a.weir", EVENTS + "rule \"r\" " + clauses)))
                .rules()
                .get(0));
    }
}
