package io.weir.engine.naive;

import static io.weir.engine.naive.Story.eur;
import static io.weir.engine.naive.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.plan.GeoPoint;
import org.junit.jupiter.api.Test;

/** What the language's page says of what came before, of rows that increase, and of what follows or does not. */
class HistoryMeaningTest {

    private static final String EVENTS = """
            event Login { userId: text, ok: bool, place: geo?, city: text?, n: int?, m: money in c?, c: text?, at: timestamp
            } time at
            event Logout { userId: text, n: int?, at: timestamp } time at
            """;

    private static Story story() {
        return new Story(EVENTS);
    }

    @Test
    void impossibleTravel_ofTheTour_fires() {
        // Madrid to Paris is about 1,053 km; in one hour that is faster than 900 km/h, in two it is not.
        Story story = story().at(0, "Login", "userId", "u", "city", "Madrid", "place", new GeoPoint(40.4168, -3.7038))
                .at(3_600, "Login", "userId", "u", "city", "Paris", "place", new GeoPoint(48.8566, 2.3522))
                .at(10_800, "Login", "userId", "u", "city", "Madrid", "place", new GeoPoint(40.4168, -3.7038))
                .at(97_200, "Login", "userId", "u", "city", "Paris", "place", new GeoPoint(48.8566, 2.3522))
                .at(97_200, "Login", "userId", "u", "city", "Madrid", "place", new GeoPoint(40.4168, -3.7038))
                .at(97_201, "Login", "userId", "u")
                .rule("on Login as here by userId let there = previous Login within 24 hours "
                        + "when distance from there to here > 100 km and speed from there to here > 900 km/h "
                        + "then alert critical \"{there.city} to {here.city}\"");

        assertThat(story.told()).containsExactly("3600 Madrid to Paris", "97200 Paris to Madrid");
    }

    @Test
    void previousEvent_asOldAsWithin_isMissing() {
        Story story = story().at(0, "Login", "userId", "u", "n", 1)
                .at(5, "Login", "userId", "u", "n", 2)
                .at(9.999, "Login", "userId", "u", "n", 3)
                .rule("on Login by userId let p = previous Login within 5 seconds when n > 1 then alert \"{p.n}\"");

        assertThat(story.told()).containsExactly("5 (missing)", "9.999 2");
    }

    @Test
    void previousField_isOfWhicheverEvent_previousEOfEAlone() {
        // The rule's streams are merged, unfiltered by its `where`.
        Story story = story().at(0, "Login", "userId", "u", "n", 1, "ok", true)
                .at(1, "Login", "userId", "u", "n", 2, "ok", false)
                .at(2, "Logout", "userId", "u", "n", 3)
                .at(3, "Login", "userId", "v", "n", 4, "ok", true)
                .at(4, "Login", "userId", "u", "n", 5, "ok", true)
                .rule("on Login where ok, Logout by userId let p = previous Login let q = previous n "
                        + "when n > 0 then alert \"{n}: {q} {p.n}\"");

        assertThat(story.told())
                .containsExactly("0 1: (missing) (missing)", "2 3: 2 2", "3 4: (missing) (missing)", "4 5: 3 2");
    }

    @Test
    void increases_aboveTheLastEvents_strictly() {
        // 1 < 2 < 3 within 4 s; not with an equal one, one missing, or one of another currency between.
        Story story = story().at(0, "Login", "userId", "u", "n", 1)
                .at(1, "Login", "userId", "u", "n", 2)
                .at(3.999, "Login", "userId", "u", "n", 3)
                .at(4, "Login", "userId", "u", "n", 4)
                .at(8, "Login", "userId", "u", "n", 5)
                .at(9, "Login", "userId", "u", "n", 5)
                .at(10, "Login", "userId", "u", "n", 6)
                .at(11, "Login", "userId", "u")
                .at(12, "Login", "userId", "u", "n", 7)
                .at(13, "Login", "userId", "u", "n", 8)
                .rule("on Login by userId when n increases 2 times in a row within 4 seconds then alert \"{n}\"");

        assertThat(story.told()).containsExactly("3.999 3", "4 4");
    }

    @Test
    void increases_overAnotherCurrency_isBroken() {
        Story story = story().at(0, "Login", "userId", "u", "m", eur("3"))
                .at(1, "Login", "userId", "u", "m", usd("2"))
                .at(2, "Login", "userId", "u", "m", usd("1"))
                .rule("on Login by userId when m decreases 1 times in a row then alert \"{m}\"")
                .rule("on Login by userId when not (m decreases 1 times in a row) then alert \"not {m}\"");

        assertThat(story.told()).containsExactlyInAnyOrder("0 not 3.00 EUR", "1 not 2.00 USD", "2 1.00 USD");
    }

    @Test
    void followedBy_firesAtTheFirst_ofEachTrigger() {
        // Elapsed < D: the logout at exactly 5 s after the second login does not count for it, that at 4.999 would.
        Story story = story().at(0, "Login", "userId", "u", "n", 1, "city", "a")
                .at(1, "Login", "userId", "u", "n", 2, "city", "b")
                .at(2, "Logout", "userId", "v", "n", 9)
                .at(3, "Logout", "userId", "u", "n", 1)
                .at(4, "Logout", "userId", "u", "n", 7)
                .at(6, "Logout", "userId", "u", "n", 8)
                .rule("on Login by userId when n > 0 and followed by Logout as out where n > 1 within 5 seconds "
                        + "then alert \"{city} {n} {out.n}\"")
                .rule(
                        "on Login as here by userId let twice = n * 2 "
                                + "when followed by Logout where n is twice or n < here.n within 5 seconds then alert \"{city}\"");

        assertThat(story.told()).containsExactlyInAnyOrder("4 a 1 7", "4 b 2 7", "3 b");
    }

    @Test
    void followedBy_anEventOfTheSameTime_comesLaterInOrder() {
        Story story = story().at(0, "Login", "userId", "u", "n", 1)
                .at(0, "Login", "userId", "u", "n", 2)
                .at(0, "Logout", "userId", "u", "n", 3)
                .rule("on Login as a by userId when followed by Login or Logout as b within 1 second "
                        + "then alert \"{a.n} {b.n}\"");

        assertThat(story.told()).containsExactly("0 1 2", "0 2 3");
    }

    @Test
    void notFollowedBy_isStampedWhenTheTimeIsUp_withTheTriggersValues() {
        // Of the first the time is up at 5; the second is settled; the third's deadline has not passed at the end.
        Story story = story().at(0, "Login", "userId", "u", "n", 1)
                .at(5, "Logout", "userId", "u", "n", 2)
                .at(6, "Login", "userId", "u", "n", 3)
                .at(10.999, "Logout", "userId", "u", "n", 4)
                .at(12, "Login", "userId", "u", "n", 5)
                .at(13, "Login", "userId", "v", "n", 6)
                .until(17)
                .rule("on Login by userId when not followed by Logout within 5 seconds then alert \"{n}\"");

        assertThat(story.told()).containsExactly("5 1", "17 5");
    }

    @Test
    void throttleOfAbsence_countsInTheOrderOfDeadlines() {
        Story story = story().at(0, "Login", "userId", "u", "n", 1)
                .at(1, "Login", "userId", "u", "n", 2)
                .at(3, "Login", "userId", "u", "n", 3)
                .rule("on Login by userId when not followed by Logout within 5 seconds "
                        + "then alert \"{n}\" at most once per 3 seconds");

        assertThat(story.told()).containsExactly("5 1", "8 3 +1");
    }
}
