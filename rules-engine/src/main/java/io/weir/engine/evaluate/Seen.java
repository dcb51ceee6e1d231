package io.weir.engine.evaluate;

import io.weir.dsl.plan.Timing;
import java.time.Duration;

/** When the key's last event of a stream was: a timed rule is evaluated for the keys that have one in its windows. */
final class Seen implements KeyPart {

    private final long name;
    private static final long NEVER = Long.MIN_VALUE;

    private final long every;
    private final long window;
    private long last = NEVER;

    /**
     * What is asked of it.
     *
     * @param every between the moments at which its rules are evaluated, in milliseconds
     * @param window the longest that they read of the stream, in milliseconds
     * @param since when it has been live: older events do not count
     */
    record Plan(long name, long every, long window, long since) implements PartPlan {

        @Override
        public KeyPart create() {
            return new Seen(name, every, window);
        }

        @Override
        public boolean adopt(KeyPart part) {
            if (!(part instanceof Seen seen) || seen.every != every || seen.window != window) {
                return false;
            }
            seen.last = seen.last < since ? NEVER : seen.last;
            return true;
        }
    }

    Seen(long name, long every, long window) {
        this.name = name;
        this.every = every;
        this.window = window;
    }

    void touch(long time) {
        last = Math.max(last, time);
    }

    long every() {
        return every;
    }

    long window() {
        return window;
    }

    long last() {
        return last;
    }

    /** Whether the window that ends at that moment has an event. */
    boolean isInWindow(long moment) {
        return last != NEVER && moment <= KeyPart.plus(last, window);
    }

    @Override
    public long name() {
        return name;
    }

    @Override
    public int size() {
        return last == NEVER ? 0 : 1;
    }

    @Override
    public void expire(long time) {
        if (lastExpiry() <= time) {
            last = NEVER;
        }
    }

    /** The last moment whose window it is in is due before it may go. */
    @Override
    public long lastExpiry() {
        return last == NEVER ? NEVER : KeyPart.plus(KeyPart.plus(last, window), 1);
    }

    @Override
    public long nextDue(long clock) {
        if (last == NEVER) {
            return Long.MAX_VALUE;
        }
        long next = KeyPart.plus(new Timing.Every(Duration.ofMillis(every)).boundary(clock), every);
        return isInWindow(next) ? next : Long.MAX_VALUE;
    }

    @Override
    public Seen copy() {
        Seen copy = new Seen(name, every, window);
        copy.last = last;
        return copy;
    }
}
