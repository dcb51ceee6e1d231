package io.weir.engine.evaluate;

import static io.weir.engine.evaluate.LanguageComparisonTest.withoutKeys;

import io.weir.engine.naive.Comparison;
import io.weir.engine.naive.Construct;
import io.weir.engine.naive.Event;
import io.weir.engine.naive.NaiveArrival;
import io.weir.engine.naive.NaiveEngine;
import io.weir.engine.naive.RandomWorld;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random rules over random events that come in disorder, against a reference that looks anew at all that has come. */
class ArrivalComparisonTest {

    private static final int WORLDS = Integer.getInteger("weir.worlds", 6_000);

    /** An event comes after others that are at most so much newer, in milliseconds. */
    private static final long LATENESS = 4_000;

    /** What goes on from event to event goes by arrival, in which the reference does not know it. */
    private static final Set<Construct> BY_ARRIVAL =
            EnumSet.of(Construct.TRENDS, Construct.RELAXED_SEQUENCES, Construct.STRICT_SEQUENCES);

    /** Among the last events those without a value count where they came, not by their time. */
    private static final Set<Construct> OF_EVENTS = EnumSet.of(Construct.EVENT_WINDOWS, Construct.FEATURES);

    private static final Set<Construct> BY_TIME = EnumSet.of(Construct.EVERY, Construct.SESSIONS);

    @Test
    void randomWorlds_inDisorder_sendWhatEachEventSees() {
        Comparison comparison = new Comparison(withoutKeys(new NaiveArrival()), WeirEngine.onArrival(false, LATENESS));

        for (long seed = 0; seed < WORLDS; seed++) {
            comparison.check(seed, inDisorder(world(seed, without(BY_ARRIVAL, OF_EVENTS))));
        }
    }

    @Test
    void randomWorlds_inDisorderWithTheirStateStoredAfterEachRow_sendTheSame() {
        Comparison comparison = new Comparison(withoutKeys(new NaiveArrival()), WeirEngine.onArrival(true, LATENESS));

        for (long seed = -1; seed > -WORLDS / 4; seed--) {
            comparison.check(seed, inDisorder(world(seed, without(BY_ARRIVAL, OF_EVENTS))));
        }
    }

    @Test
    void randomWorlds_inOrderWithTheWatermarkFarBehind_sendWhatOrderedEvaluationDoes() {
        Comparison comparison = new Comparison(withoutKeys(new NaiveEngine()), WeirEngine.onArrival(false, LATENESS));

        for (long seed = 0; seed < WORLDS / 2; seed++) {
            comparison.check(seed, inOrder(world(seed, without(BY_TIME))));
            comparison.check(-seed, inOrder(world(-seed, without(OF_EVENTS, EnumSet.of(Construct.SESSIONS)))));
        }
    }

    private static io.weir.engine.naive.World world(long seed, Set<Construct> constructs) {
        return new RandomWorld(seed, constructs).world();
    }

    @SafeVarargs
    private static Set<Construct> without(Set<Construct>... left) {
        Set<Construct> constructs = Construct.all();
        for (Set<Construct> each : left) {
            constructs.removeAll(each);
        }
        return constructs;
    }

    private static io.weir.engine.naive.World inOrder(io.weir.engine.naive.World world) {
        return arriving(world, WeirEngine.ORDER);
    }

    private static io.weir.engine.naive.World inDisorder(io.weir.engine.naive.World world) {
        Map<Event, Long> arrivals = new HashMap<>();
        world.events().forEach(event -> arrivals.put(event, event.time() + Math.floorMod(event.hashCode(), LATENESS)));
        return arriving(world, Comparator.comparingLong(arrivals::get));
    }

    private static io.weir.engine.naive.World arriving(io.weir.engine.naive.World world, Comparator<Event> order) {
        List<Event> events = world.events().stream()
                .filter(event -> event.time() >= world.liveFrom())
                .sorted(order)
                .toList();
        return world.withEvents(events);
    }
}
