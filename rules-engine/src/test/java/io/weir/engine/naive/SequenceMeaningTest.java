package io.weir.engine.naive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the language's page says of sequences. Events come one a second: a number is a trade at that price, with a letter it is of that
 * kind, and a dot lets a second pass. What is sent is shown with its second.
 */
class SequenceMeaningTest {

    private static final String EVENTS = """
            event Trade { symbol: text, price: int, kind: text?, at: timestamp } time at
            event Halt { symbol: text, at: timestamp } time at
            """;

    private static Story story(String trades) {
        Story story = new Story(EVENTS);
        int second = 0;
        for (String trade : trades.split(" ")) {
            if (trade.equals("H")) {
                story.at(second, "Halt", "symbol", "s");
            } else if (!trade.equals(".")) {
                String kind = trade.replaceAll("[0-9]", "");
                int price = Integer.parseInt(trade.replaceAll("[a-z]", ""));
                story.at(second, "Trade", "symbol", "s", "price", price, "kind", kind);
            }
            second++;
        }
        return story;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The contract's double bottom: down, up, down, up to above the peak.
                "9 7 5 6 8 6 4 5 9 | 8 9 8",
                "9 7 5 6 8 6 4 5 8 7 | ",
                // The lift goes on until it is above; one trade that does not fit breaks it.
                "9 5 8 4 6 8 9 10 | 6 9 8",
                "9 5 8 4 6 5 | ",
                // The search resumes behind the match; its last event does not begin another.
                "9 5 6 4 7 9 5 6 4 7 | '4 7 6, 9 7 6'",
                "9 5 6 4 7 5 6 4 7 | 4 7 6",
            })
    void doubleBottom_ofTheContract_isFound(String trades, String expected) {
        Story story = story(trades).rule("""
                on Trade by symbol
                  sequence strictly within 1 day
                    start: Trade
                    fall+: where price < previous price
                    rise+: where price > previous price
                    dip+:  where price < previous price
                    lift+: where price > previous price
                  when last lift.price > last rise.price
                  then alert "{price} {rise.price}"
                """);

        assertThat(String.join(", ", story.told())).isEqualTo(expected == null ? "" : expected);
    }

    private static String found(String trades, String steps) {
        return String.join(
                ", ", story(trades).rule("on Trade by symbol " + steps).told());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Between the steps anything may come.
                "1a 5 5 2b | a: where kind is \"a\" b: where kind is \"b\" | 3 1 2",
                // A match is reported once, from the first that can begin it; the search goes on behind it.
                "1a 2a 3b 4b 5a 6b | a: where kind is \"a\" b: where kind is \"b\" | '2 1 3, 5 5 6'",
                // A start that waits does not keep a later one from matching, and is given up then.
                "9a 1a 5b 10b | a: where kind is \"a\" b: where kind is \"b\" and price > a.price | 2 1 5",
                // Elapsed < 6 s.
                "1a . . . . 2b | a: where kind is \"a\" b: where kind is \"b\" | 5 1 2",
                "1a . . . . . 2b | a: where kind is \"a\" b: where kind is \"b\" | ",
                // An event that fits the running loop stays in it.
                "1a 2a 3a 4b | a+: where kind is \"a\" b: where price > 1 | 3 3 4",
                "1a 2a 3a | a+: where kind is \"a\" b: where price > 1 | ",
                "1a 2a 3a | a{1,2}: where kind is \"a\" b: where price > 1 | 2 2 3",
                // Previous is the previous matched event.
                "1a 9x 2a | a: where kind is \"a\" b: where kind is \"a\" and price > previous price | 2 1 2",
                "1a 9x 2b | a: b: where price < previous price | 2 9 2",
                // A step that may be empty.
                "1a 3c | a: where kind is \"a\" q?: where kind is \"b\" b: where kind is \"c\" | 1 1 3",
                "1a 2b 3c | a: where kind is \"a\" q?: where kind is \"b\" b: where kind is \"c\" and price > q.price | 2 1 3",
                "1a 2b 2c 3b | a: where kind is \"a\" q*: where kind is \"b\" b: where kind is \"c\" and count of q < 1 | ",
                // A trailing loop reports from its minimum.
                "1a 2b 3b 4b | a: where kind is \"a\" b{2,3}: where kind is \"b\" | 2 1 3",
                "1a 2b 3b 4a 5b 6b | a: where kind is \"a\" b+: where kind is \"b\" | '1 1 2, 4 4 5'",
                // A `no` between two steps.
                "1a 2x 3b | a: where kind is \"a\" no1: no Trade where kind is \"x\" b: where kind is \"b\" | ",
                "1a 2x 3a 4b | a: where kind is \"a\" no1: no Trade where kind is \"x\" b: where kind is \"b\" | 3 3 4",
                "2x 1a 3b | a: where kind is \"a\" no1: no Trade where kind is \"x\" b: where kind is \"b\" | 2 1 3",
                // An event that is the next step is not between.
                "1a 3b | a: where kind is \"a\" no1: no Trade where price > 2 b: where kind is \"b\" | 1 1 3",
            })
    void relaxedSequence_isFound(String trades, String steps, String expected) {
        String found = found(trades, "sequence within 6 seconds " + steps + " then alert \"{a.price} {price}\"");

        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Nothing may come between.
                "1a 5 2b | a: where kind is \"a\" b: where kind is \"b\" | ",
                "1a 2a 2b | a: where kind is \"a\" b: where kind is \"b\" | 2 2 2",
                // Backtracking: the loop gives its last event to the next step; it prefers the longest, which waits for
                // the end.
                "1a 2a 3a . . . . . . . | a+: where kind is \"a\" b: where price > 1 | 2 2 3",
                "1a 2b 3b 4x | a: q*: where kind is \"b\" b: where kind is \"b\" | 2 1 3",
                "1a 2b 3b | a: q?: where kind is \"b\" b: where kind is \"b\" | 2 1 3",
                "1a 2b 3x | a: where kind is \"a\" q?: where kind is \"b\" b: where kind is \"b\" | 1 1 2",
                // Previous is the key's event before; it is there for the first step, too.
                "5x 1a 2b | a: where price < previous price b: where kind is \"b\" | 2 1 2",
                "1a 2b | a: where price < previous price b: where kind is \"b\" | ",
                // A trailing loop takes as few as will do.
                "1a 2b 3b 4b | a: where kind is \"a\" b{2,3}: where kind is \"b\" | 2 1 3",
            })
    void strictSequence_isFound(String trades, String steps, String expected) {
        String found =
                found(trades, "sequence strictly within 6 seconds " + steps + " then alert \"{a.price} {price}\"");

        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({
        // (1 2) (3 4), (1 2) (2 3) (3 4).
        "after match, '1 1 2, 3 3 4'",
        "at next, '1 1 2, 2 2 3, 3 3 4'",
        "at b, '1 1 2, 2 2 3, 3 3 4'",
    })
    void resume_afterAMatch_isWhereTheRuleSays(String place, String expected) {
        for (String strictly : new String[] {"", "strictly "}) {
            String found = found(
                    "1 2 3 4",
                    "sequence " + strictly + "within 10 seconds a: b: where price > a.price then resume " + place
                            + " then alert \"{a.price} {price}\"");

            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void whenBehindTheSteps_thatIsNotTrue_findsNoMatch() {
        // From 9 the match would be false; from 1 it is true, so that is the one.
        String found = found(
                "9a 1a 5b",
                "sequence within 10 seconds a: where kind is \"a\" b: where kind is \"b\" when price > a.price "
                        + "then alert \"{a.price} {price}\"");

        assertThat(found).isEqualTo("2 1 5");
    }

    @Test
    void whenBehindTheSteps_thatIsNotTrueYet_waitsForAnotherLastEvent() {
        String found = found(
                "3a 2b 9x 5b",
                "sequence within 10 seconds a: where kind is \"a\" b: where kind is \"b\" when price > a.price "
                        + "then alert \"{a.price} {price}\"");

        assertThat(found).isEqualTo("3 3 5");
    }

    @Test
    void trailingLoop_goesOnUntilWhenIsTrue() {
        String found = found(
                "1a 2b 9x 3b 4b",
                "sequence within 10 seconds a: where kind is \"a\" b+: where kind is \"b\" when sum of b.price >= 5 "
                        + "then alert \"{a.price} {price} {sum}\"");

        assertThat(found).isEqualTo("3 1 3 5");
    }

    @Test
    void aggregatesOfSteps_countTheEventAtHandInTheirOwn() {
        // Two rises at most, the third trade of 4 is too many for the loop, so it ends the sequence.
        String found = found(
                "1 2 3 4",
                "sequence strictly within 10 seconds a: rise+: where price > previous price and count of rise <= 2 "
                        + "b: where price > highest rise.price "
                        + "then alert \"{a.price} {rise.price} {price}\"");

        assertThat(found).isEqualTo("3 1 3 4");
    }

    @Test
    void finalNo_firesWhenTheTimeIsUp_fromTheFirstEvent() {
        Story story = story("1a 2b . . . H").until(30);
        story.rule("on Trade, Halt by symbol sequence within 5 seconds a: Trade where kind is \"a\" "
                + "b: Trade where kind is \"b\" never: no Halt then alert \"{a.price} {price}\"");
        story.rule("on Trade, Halt by symbol sequence within 6 seconds a: Trade where kind is \"a\" "
                + "b: Trade where kind is \"b\" never: no Halt then alert \"not {price}\"");

        assertThat(story.told()).containsExactly("5 1 2");
    }

    @Test
    void events_thatOnFiltersOut_breakWhatIsStrictAndMatchNothing() {
        assertThat(story("1a 9x 2b")
                        .rule("on Trade where price < 5 by symbol sequence strictly within 9 seconds "
                                + "a: where kind is \"a\" b: where kind is \"b\" then alert \"x\"")
                        .rule("on Trade where price < 5 by symbol sequence within 9 seconds "
                                + "a: where kind is \"a\" b: then alert \"{price}\"")
                        .told())
                .containsExactly("2 2");
    }
}
