package io.weir.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.engine.evaluate.TestOutcome.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules with their tests, as an author writes them. */
class ListsAndJourneysTest {

    @Test
    void lists_inEvents_areAskedAndShown() {
        passes("""
                event Parcel {
                  id: text
                  labels: list of text
                  sizes: list of int?
                  seen: list of timestamp?
                  at: timestamp
                } time at

                rule "Fragile" on Parcel
                  when labels contains "fragile" and 2.5 not in sizes
                  then alert "{id} {labels} of {sizes} seen {seen}"
                rule "Many" on Parcel by id
                  let all = labels
                  when length(all) >= 3 and at least 1 Parcel where labels contains "a" within 1 hour
                  then alert "{all}"

                test "with the label" for "Fragile"
                  given 00:00:00 Parcel { id: "p", labels: ["big", "fragile"], sizes: [2, 3], seen: [timestamp "2024-01-01"] }
                        00:00:01 Parcel { id: "q", labels: ["big"], sizes: [2] }
                        00:00:02 Parcel { id: "r", labels: ["fragile"] }
                        00:00:03 Parcel { id: "s", labels: [], sizes: [] }
                  expect alert "p big, fragile of 2, 3 seen 2024-01-01T00:00:00.000Z" at 00:00:00
                test "by their number" for "Many"
                  given 00:00:00 Parcel { id: "p", labels: ["a", "b", "c"] }
                        00:00:01 Parcel { id: "q", labels: ["d", "e", "f"] }
                        00:00:02 Parcel { id: "p", labels: ["g", "h"] }
                  expect alert "a, b, c" at 00:00:00
                """);
    }

    @Test
    void journeys_inAnEvent_areMeasured() {
        passes("""
                event Ride {
                  rider: text
                  start: geo
                  finish: geo?
                  began: timestamp
                  at: timestamp
                } time at

                rule "Far and fast" on Ride as ride
                  when distance from start to finish > 50 km and elapsed from began to ride < 20 minutes
                  then alert "{rider} twice: {rider}"

                test "Madrid to Guadalajara" for "Far and fast"
                  given 00:10:00 Ride { rider: "a", start: { lat: 40.4168, lon: -3.7038 }, finish: { lat: 40.6286, lon: -3.1618 },
                          began: timestamp "2023-12-31T23:50:00.001Z" }
                        00:10:00 Ride { rider: "b", start: { lat: 40.4168, lon: -3.7038 }, finish: { lat: 40.6286, lon: -3.1618 },
                          began: timestamp "2023-12-31T23:50:00Z" }
                        00:10:00 Ride { rider: "c", start: { lat: 40.4168, lon: -3.7038 }, finish: { lat: 40.5, lon: -3.7 },
                          began: timestamp "2024-01-01T00:29:00Z" }
                        00:10:00 Ride { rider: "d", start: { lat: 0, lon: 0 }, began: timestamp "2024-01-01" }
                  expect alert "a twice: a" at 00:10:00
                """);
    }

    @Test
    void calendar_ofAZone_isThatOfItsWalls() {
        passes("""
                event Login { user: text, at: timestamp } time at

                rule "Night" on Login
                  let day = date(at, "America/New_York")
                  when day is "2023-12-31" and hour(at, "Asia/Kolkata") is 10 and weekday(at, "Pacific/Auckland") is 1
                   and date(at) is "2024-01-01"
                  then alert "{user} on {day}"

                test "the year before" for "Night"
                  given 04:45:00 Login { user: "a" }
                        05:00:00 Login { user: "b" }
                        04:29:00 Login { user: "c" }
                  expect alert "a on 2023-12-31" at 04:45:00
                """);
    }

    private static void passes(String pack) {
        Compilation compiled = RuleCompiler.compile(List.of(new Source("test.weir", pack)));
        assertThat(compiled.ok())
                .as(Renderer.plain().render(compiled.diagnostics()))
                .isTrue();
        assertThat(compiled.tests()).isNotEmpty().allSatisfy(test -> {
            TestOutcome outcome = RuleTest.run(test);
            assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(Verdict.PASSED);
        });
    }
}
