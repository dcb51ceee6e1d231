package io.weir.engine.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the language's page says of rules that run by the clock. */
class TimedMeaningTest {

    private static final String EVENTS = """
            event Click { userId: text, n: int?, at: timestamp } time at
            event Order { userId: text, n: int?, at: timestamp } time at
            table names by userId returns text versioned
            """;

    private static Story story() {
        return new Story(EVENTS);
    }

    @Test
    void every_asLongAsItsWindow_tumbles() {
        // [b − 10 s, b): the click at 10 is of the next.
        Story story = story().at(1, "Click", "userId", "u", "n", 1)
                .at(9.999, "Click", "userId", "u", "n", 2)
                .at(10, "Click", "userId", "u", "n", 4)
                .at(35, "Click", "userId", "v", "n", 8)
                .until(39.999)
                .rule("on Click by userId every 10 seconds when count of Click over the last 10 seconds > 0 "
                        + "then alert \"{userId} {count}\"");

        assertThat(story.told()).containsExactly("10 u 2", "20 u 1");
    }

    @Test
    void every_shorterThanItsWindow_hops() {
        Story story = story().at(5, "Click", "userId", "u", "n", 1)
                .at(10, "Click", "userId", "u", "n", 2)
                .rule("on Click by userId every 5 seconds when sum of n over the last 10 seconds > 0 "
                        + "then alert \"{sum}\"");

        // At 10 it sees [0, 10), at 15 [5, 15), at 20 [10, 20), at 25 nothing is in the window.
        assertThat(story.told()).containsExactly("10 1", "15 3", "20 2");
    }

    @Test
    void every_looksAtKeysWithAnEventInTheWindow_whetherItPassesOrNot() {
        Story story = story().at(1, "Click", "userId", "u", "n", 1)
                .rule("on Click by userId every 5 seconds when count of Click where n > 1 over the last 7 seconds < 1 "
                        + "then alert \"{count}\"");

        assertThat(story.told()).containsExactly("5 0");
    }

    @Test
    void every_windowOfEvents_holdsTheLastBeforeTheBoundary() {
        Story story = story().at(1, "Click", "userId", "u", "n", 1)
                .at(2, "Click", "userId", "u", "n", 2)
                .at(4, "Click", "userId", "u", "n", 4)
                .at(5, "Click", "userId", "u", "n", 8)
                .rule("on Click by userId let two = sum of n over the last 2 events every 5 seconds "
                        + "when count of Click over the last 5 seconds > 0 then alert \"{two}\"");

        assertThat(story.told()).containsExactly("5 6", "10 12");
    }

    @Test
    void every_readsTablesAtTheBoundary() {
        Story story = story().at(1, "Click", "userId", "u")
                .row("names", 0, List.of("u"), Map.of("value", "old"))
                .row("names", 5, List.of("u"), Map.of("value", "new"))
                .rule("on Click by userId let name = names[userId] every 5 seconds "
                        + "when count of Click over the last 10 seconds > 0 then alert \"{name}\"");

        assertThat(story.told()).containsExactly("5 new", "10 new");
    }

    @Test
    void sessions_splitAtTheGap_andEndOneLater() {
        // 0 and 2.999 are one session; at 5.999 the gap is 3 s, so another begins, which has not ended at the end.
        Story story = story().at(0, "Click", "userId", "u", "n", 1)
                .at(2.999, "Click", "userId", "u", "n", 2)
                .at(5.999, "Click", "userId", "u", "n", 4)
                .at(6, "Click", "userId", "v", "n", 8)
                .until(8.998)
                .rule("on Click by userId at the end of each session with a gap of 3 seconds "
                        + "when count of Click over the session > 0 then alert \"{userId} {count}\"");

        assertThat(story.told()).containsExactly("5.999 u 2");
    }

    @Test
    void session_ofWhatPasses_countsWhatDoesNot() {
        // The session goes from 1 to 2 and ends at 5; the click at 0 is before it, the order at 4.5 within.
        Story story = story().at(0, "Click", "userId", "u", "n", 0)
                .at(1, "Click", "userId", "u", "n", 5)
                .at(2, "Click", "userId", "u", "n", 5)
                .at(3, "Click", "userId", "u", "n", 1)
                .at(4.5, "Order", "userId", "u", "n", 7)
                .at(5, "Order", "userId", "u", "n", 7)
                .rule("on Click where n > 2 by userId let all = count of Click over the session "
                        + "let orders = count of Order over the session let late = sum of n over the last 3 seconds "
                        + "at the end of each session with a gap of 3 seconds "
                        + "when all > 0 then alert \"{all} {orders} {late}\"");

        assertThat(story.told()).containsExactly("5 3 1 6");
    }

    @Test
    void throttle_ofATimedRule_countsBoundaries() {
        Story story = story().at(1, "Click", "userId", "u")
                .rule("on Click by userId every 1 second when count of Click over the last 5 seconds > 0 "
                        + "then alert \"{count}\" at most once per 3 seconds");

        // Boundaries 2 to 6 have the click in their window.
        assertThat(story.told()).containsExactly("2 1", "5 1 +2");
    }

    @Test
    void weeks_beginOnMonday() {
        // 1970-01-05 is the first Monday.
        Story story = story().at(3 * 86_400, "Click", "userId", "u")
                .at(5 * 86_400, "Click", "userId", "u")
                .until(30 * 86_400)
                .rule(
                        "on Click by userId every 1 week when count of Click over the last 1 week > 0 then alert \"{count}\"");

        assertThat(story.told()).containsExactly("345600 1", "950400 1");
    }
}
