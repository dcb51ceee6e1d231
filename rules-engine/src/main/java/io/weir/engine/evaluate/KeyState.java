package io.weir.engine.evaluate;

/** All that is kept for one key: the numbers that its aggregates read, and when it last alerted. */
public final class KeyState {

    /** True when nothing is kept: the state can be cleared. */
    public boolean isEmpty() {
        return true;
    }

    /** The event time at which something will have expired, {@code Long.MAX_VALUE} for never: the one timer that the key needs. */
    public long nextExpiry() {
        return Long.MAX_VALUE;
    }

    /** Drops what no window reaches any more once event time has passed {@code time}. */
    public void expire(long time) {}

    /** How many numbers and marks are kept. */
    public int entries() {
        return 0;
    }
}
