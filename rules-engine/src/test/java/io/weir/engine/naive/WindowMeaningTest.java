package io.weir.engine.naive;

import static io.weir.engine.naive.Story.eur;
import static io.weir.engine.naive.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the language's page says of windows, aggregates, keys and throttling. */
class WindowMeaningTest {

    private static final String EVENTS = """
            event A { k: text?, n: int?, d: decimal?, f: float?, m: money in c, c: text?, t: text?, at: timestamp } time at
            event B { k: text?, n: int?, at: timestamp } time at
            event C { owner: text, n: int, at: timestamp } time at
            feature total on A by k = sum of n over the last 10 seconds
            """;

    private static Story story() {
        return new Story(EVENTS);
    }

    @Test
    void lastAndPrevious_endAtTheEvent_withItAndWithout() {
        // (t − 5 s, t]: the event 5 s ago is out, one of the same time that came before is in.
        Story story = story().at(0, "A", "k", "u", "n", 1)
                .at(4.999, "A", "k", "u", "n", 2)
                .at(5, "A", "k", "u", "n", 4)
                .at(5, "A", "k", "u", "n", 8)
                .at(5, "A", "k", "v", "n", 16)
                .at(5, "A", "n", 32)
                .rule("on A by k let last = sum of n over the last 5 seconds "
                        + "let before = sum of n over the previous 5 seconds when last is present "
                        + "then alert \"{k} {last} {before}\"");

        assertThat(story.told()).containsExactly("0 u 1 0", "4.999 u 3 1", "5 u 14 6", "5 u 6 2", "5 v 16 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count of A over the last 1 minute | 5",
                "sum of n over the last 1 minute | 13",
                "average of n over the last 1 minute | 3.25",
                "highest n over the last 1 minute | 7",
                "lowest n over the last 1 minute | 1",
                "stddev of n over the last 1 minute | 2.629955639676583340881382381657057",
                "distinct n over the last 1 minute | 4",
                "first n over the last 1 minute | 7",
                "last n over the last 1 minute | 3",
                "median of n over the last 1 minute | 2",
                "percentile 75 of n over the last 1 minute | 3",
                "percentile 76 of n over the last 1 minute | 7",
                "percentile 0.1 of n over the last 1 minute | 1",
                "sum of (n * 2) over the last 1 minute | 26",
                "(sum of n where n > 1) | error",
                "sum of n where n > 1 over the last 1 minute | 12",
                "count of A where n > 100 over the last 1 minute | 0",
                "sum of n where n > 100 over the last 1 minute | 0",
                "distinct n where n > 100 over the last 1 minute | 0",
                "highest n where n > 100 over the last 1 minute | (missing)",
                "stddev of n where n > 6 over the last 1 minute | (missing)",
                "sum of n over the last 2 events | 3",
                "sum of n over the previous 2 events | 2",
                "count of A where n > 1 over the last 2 events | 2",
                "sum of n where n > 1 over the last 2 events | 5",
                "count of A over the last 100 events | 5",
                "count of B over the last 1 minute | 1",
                "sum of B.n over the last 1 minute | 64",
                "count of A where n is here.n over the last 1 minute | 1",
                "count of B where here.n < n over the last 1 minute | error",
            })
    void aggregate_ofAKeysEvents_isComputed(String aggregate, String value) {
        Story story = story().at(0, "A", "k", "u", "n", 7)
                .at(1, "A", "k", "u", "n", 1)
                .at(2, "A", "k", "v", "n", 100)
                .at(3, "B", "k", "u", "n", 64)
                .at(4, "A", "k", "u", "n", 2)
                .at(4.5, "A", "k", "u")
                .at(5, "A", "k", "u", "n", 3)
                .rule("on A as here by k let x = " + aggregate + " when n is 3 then alert \"{x}\"");

        if (value.equals("error")) {
            assertThat(story.world().compile().ok()).isFalse();
        } else {
            assertThat(story.told()).containsExactly("5 " + value);
        }
    }

    @Test
    void moneys_ofTwoCurrencies_haveNoSum() {
        Story story = story().at(0, "A", "k", "u", "m", eur("1.10"))
                .at(1, "A", "k", "u", "m", eur("2.2"))
                .at(2, "A", "k", "u")
                .at(3, "A", "k", "u", "m", usd("5"))
                .rule("on A by k let s = sum of m over the last 1 minute when s is present then alert \"{s}\"")
                .rule("on A by k when sum of m where t is \"x\" over the last 1 minute < 1 GBP then alert \"none\"");

        assertThat(story.told())
                .containsExactlyInAnyOrder(
                        "0 1.10 EUR", "0 none", "1 3.30 EUR", "1 none", "2 3.30 EUR", "2 none", "3 none");
    }

    @Test
    void where_ofOn_doesNotFilterWhatIsCounted() {
        Story story = story().at(0, "A", "k", "u", "n", 1)
                .at(1, "A", "k", "u", "n", 2)
                .rule("on A where n > 1 by k when count of A over the last 1 minute > 0 then alert \"{count}\"");

        assertThat(story.told()).containsExactly("1 2");
    }

    @Test
    void tally_ofMoreThanSome_countsThisOne() {
        Story story = story().at(0, "A", "k", "u", "t", "x")
                .at(1, "A", "k", "u", "t", "y")
                .at(2, "A", "k", "u", "t", "y")
                .at(12, "A", "k", "u", "t", "y")
                .rule("on A by k when more than 2 A within 10 seconds then alert \"many {count}\"")
                .rule("on A by k when at least 2 different t of A within 12 seconds then alert \"kinds {distinct}\"");

        assertThat(story.told()).containsExactlyInAnyOrder("1 kinds 2", "2 kinds 2", "2 many 3");
    }

    @Test
    void severalStreams_haveOneOrder_ofTimeThenTopic() {
        Story story = story().at(1, "B", "k", "u", "n", 2)
                .at(1, "A", "k", "u", "n", 1)
                .rule(
                        "on A, B by k let a = count of A over the last 1 second let b = count of B over the last 1 second "
                                + "when n > 0 then alert \"{n} {a} {b} {B.n}\"");

        assertThat(story.told()).containsExactly("1 1 1 0 (missing)", "1 2 1 1 2");
    }

    @Test
    void key_ofAnotherName_isOneKey() {
        Story story = story().at(0, "C", "owner", "u", "n", 5)
                .at(1, "A", "k", "u", "n", 1)
                .rule("on A, C by k, in C owner when count of C over the last 1 minute > 0 then alert \"{k} {n}\"");

        assertThat(story.told()).containsExactly("0 u 5", "1 u 1");
    }

    @Test
    void everything_isOneKey() {
        Story story = story().at(0, "A", "k", "u")
                .at(1, "A")
                .rule("on A by everything when count of A over the last 1 minute > 1 then alert \"{count}\"");

        assertThat(story.told()).containsExactly("1 2");
    }

    @Test
    void feature_isTheAggregate() {
        Story story = story().at(0, "A", "k", "u", "n", 3)
                .at(1, "A", "k", "u", "n", 4)
                .rule("on A by k when total > 3 then alert \"{total}\"");

        assertThat(story.told()).containsExactly("1 7");
    }

    @Test
    void throttle_heldBack_isCountedByTheNext() {
        // Per key and action, from the last one sent: at 10 s it is over.
        Story story = story().at(0, "A", "k", "u", "n", 1)
                .at(0, "A", "k", "v", "n", 2)
                .at(1, "A", "k", "u", "n", 3)
                .at(9.999, "A", "k", "u", "n", 4)
                .at(10, "A", "k", "u", "n", 5)
                .at(21, "A", "k", "u", "n", 6)
                .rule("on A by k when n > 0 then alert \"{n}\" at most once per 10 seconds "
                        + "and alert \"b{n}\" at most once per 21 seconds");

        assertThat(story.told()).containsExactlyInAnyOrder("0 1", "0 b1", "0 2", "0 b2", "10 5 +2", "21 6", "21 b6 +3");
    }

    @Test
    void ruleThatGoesLive_countsFromThen() {
        Story story = story().at(0, "A", "k", "u", "n", 1)
                .at(1, "A", "k", "u", "n", 2)
                .at(2, "A", "k", "u", "n", 4)
                .liveFrom(1)
                .rule("on A by k when sum of n over the last 1 minute > 0 then alert \"{sum}\"");

        assertThat(story.told()).containsExactly("1 2", "2 6");
    }

    @Test
    void decimalsAndFloats_areSummedExactly() {
        Story story = story().at(0, "A", "k", "u", "d", new BigDecimal("0.1"), "f", 0.25)
                .at(1, "A", "k", "u", "d", new BigDecimal("0.2"), "f", 0.5)
                .rule("on A by k let d = sum of d over the last 1 minute when d = 0.3 then alert \"{d}\"")
                .rule("on A by k let f = average of f over the last 1 minute when f > 0.25 then alert \"{f}\"");

        assertThat(story.told()).containsExactlyInAnyOrder("1 0.3", "1 0.375");
    }
}
