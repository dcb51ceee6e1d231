package io.weir.samples.notifier;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time, up to a limit, and by chance between half of that and all of it, so
 * that what failed together does not come back together.
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    /** @param failures so far, from 1 */
    Duration after(int failures) {
        double millis = Math.min(longest.toMillis(), first.toMillis() * Math.pow(2, failures - 1));
        return Duration.ofMillis(Math.round(millis * (0.5 + random.nextDouble() / 2)));
    }
}
