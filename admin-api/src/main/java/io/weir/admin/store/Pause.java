package io.weir.admin.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Ever longer pauses between attempts, of random length so that rivals do not meet again, until a deadline. */
final class Pause {

    private static final long FIRST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 500;

    private final long deadline;
    private long bound = FIRST_MILLIS;

    Pause(Duration limit) {
        deadline = System.nanoTime() + limit.toNanos();
    }

    /** False when the time is up. */
    boolean take() {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        long millis = ThreadLocalRandom.current().nextLong(bound / 2, bound + 1);
        bound = Math.min(LONGEST_MILLIS, bound * 2);
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(millis)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
