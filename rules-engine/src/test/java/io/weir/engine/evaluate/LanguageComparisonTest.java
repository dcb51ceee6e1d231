package io.weir.engine.evaluate;

import io.weir.engine.naive.Comparison;
import io.weir.engine.naive.Construct;
import io.weir.engine.naive.Engine;
import io.weir.engine.naive.NaiveEngine;
import io.weir.engine.naive.Outcome;
import io.weir.engine.naive.RandomWorld;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random rules over random events, against an evaluation that recomputes everything from the whole history. */
class LanguageComparisonTest {

    private static final int WORLDS = Integer.getInteger("weir.worlds", 6_000);

    @Test
    void randomWorlds_evaluatedByBoth_sendTheSame() {
        Comparison comparison = new Comparison(withoutKeys(new NaiveEngine()), new WeirEngine(false));

        for (long seed = 0; seed < WORLDS; seed++) {
            comparison.check(seed, new RandomWorld(seed, Construct.all()).world());
        }
    }

    @Test
    void randomWorlds_withTheirStateStoredAfterEachRow_sendTheSame() {
        Comparison comparison = new Comparison(withoutKeys(new NaiveEngine()), new WeirEngine(true));

        for (long seed = 0; seed < WORLDS / 4; seed++) {
            comparison.check(-seed - 1, new RandomWorld(-seed - 1, Construct.all()).world());
        }
    }

    /** What is sent besides alerts does not say its key. */
    static Engine withoutKeys(Engine engine) {
        return world -> engine.run(world).stream()
                .map(outcome -> outcome.kind() == Outcome.Kind.ALERT ? outcome : withoutKey(outcome))
                .toList();
    }

    private static Outcome withoutKey(Outcome outcome) {
        return new Outcome(
                outcome.kind(),
                outcome.rule(),
                outcome.time(),
                List.of(),
                outcome.severity(),
                outcome.text(),
                outcome.topic(),
                outcome.values(),
                outcome.suppressed(),
                outcome.event());
    }
}
