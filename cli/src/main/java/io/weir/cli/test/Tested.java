package io.weir.cli.test;

import io.weir.dsl.diagnostic.Place;
import io.weir.engine.evaluate.TestOutcome;
import org.jspecify.annotations.Nullable;

/** A test's outcome, with where the test stands and how long it took. */
record Tested(TestOutcome outcome, @Nullable Place place, double seconds) {

    String test() {
        return outcome.test().name();
    }

    String rule() {
        return outcome.test().rule().name();
    }
}
