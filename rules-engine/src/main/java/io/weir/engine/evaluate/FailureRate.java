package io.weir.engine.evaluate;

/** Says when something fails too often: so many times, or {@value #MAX_FAILURES}, within {@value #ATTEMPTS} attempts. */
final class FailureRate {

    static final int ATTEMPTS = 1_000;
    static final int MAX_FAILURES = 100;

    private final int most;
    private long since;
    private int failures;

    FailureRate() {
        this(MAX_FAILURES);
    }

    FailureRate(int most) {
        this.most = most;
    }

    /** @param attempt counts the attempts, this one included */
    boolean isTooHighAfterFailureOf(long attempt) {
        if (failures == 0 || attempt - since >= ATTEMPTS || attempt < since) {
            since = attempt;
            failures = 0;
        }
        return ++failures >= most;
    }
}
