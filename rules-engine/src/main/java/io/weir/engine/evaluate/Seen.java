package io.weir.engine.evaluate;

import io.weir.dsl.plan.Timing;
import java.time.Duration;
import java.util.Arrays;

/**
 * When the key's last event of a stream was, before each boundary: a timed rule is evaluated for the keys that have one in its
 * windows. Where events come in order there is one at most.
 */
final class Seen implements KeyPart {

    private static final long NEVER = Long.MIN_VALUE;

    private final long name;
    private final Timing.Every every;
    private final long window;
    /** Of each stretch between boundaries that has an event the last one's time; of those that are over the last alone. */
    private long[] times = new long[1];

    private int size;

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
        public boolean reaches(long time, long after) {
            return KeyPart.plus(time, window) > after;
        }

        @Override
        public boolean adopt(KeyPart part) {
            if (!(part instanceof Seen seen) || seen.every() != every || seen.window != window) {
                return false;
            }
            seen.dropBefore(since);
            return true;
        }
    }

    Seen(long name, long every, long window) {
        this.name = name;
        this.every = new Timing.Every(Duration.ofMillis(every));
        this.window = window;
    }

    /** @param clock event time up to which everything has happened */
    void touch(long time, long clock) {
        if (time > clock || size > 1) {
            insert(time);
            forgetUpTo(clock);
        } else {
            times[0] = size == 0 ? time : Math.max(times[0], time);
            size = 1;
        }
    }

    private void insert(long time) {
        int at = size;
        while (at > 0 && times[at - 1] > time) {
            at--;
        }
        long stretch = every.boundary(time);
        if (at < size && every.boundary(times[at]) == stretch) {
            return;
        } else if (at > 0 && every.boundary(times[at - 1]) == stretch) {
            times[at - 1] = time;
            return;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
        }
        System.arraycopy(times, at, times, at + 1, size - at);
        times[at] = time;
        size++;
    }

    /** No boundary up to that time is asked about any more. */
    private void forgetUpTo(long clock) {
        int old = 0;
        while (old + 1 < size && times[old + 1] <= clock) {
            old++;
        }
        drop(old);
    }

    private void dropBefore(long since) {
        int old = 0;
        while (old < size && times[old] < since) {
            old++;
        }
        drop(old);
    }

    private void drop(int count) {
        size -= count;
        System.arraycopy(times, count, times, 0, size);
    }

    /** One that was stored, newer than the others. */
    void restore(long time) {
        if (time != NEVER) {
            times = Arrays.copyOf(times, Math.max(times.length, size + 1));
            times[size++] = time;
        }
    }

    long every() {
        return every.length().toMillis();
    }

    long window() {
        return window;
    }

    long time(int index) {
        return times[index];
    }

    /** The last event's; the least there is for none. */
    long last() {
        return size == 0 ? NEVER : times[size - 1];
    }

    @Override
    public long name() {
        return name;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void expire(long time) {
        forgetUpTo(time);
        int old = 0;
        while (old < size && end(times[old]) <= time) {
            old++;
        }
        drop(old);
    }

    /** The last moment whose window it is in is due before it may go. */
    private long end(long time) {
        return KeyPart.plus(KeyPart.plus(time, window), 1);
    }

    @Override
    public long lastExpiry() {
        return size == 0 ? NEVER : end(last());
    }

    /** The next boundary whose window has an event: that of some stretch's last one. */
    @Override
    public long nextDue(long clock) {
        for (int i = 0; i < size; i++) {
            long next = KeyPart.plus(every.boundary(Math.max(clock, times[i])), every());
            if (next <= KeyPart.plus(times[i], window)) {
                return next;
            }
        }
        return Long.MAX_VALUE;
    }

    @Override
    public Seen copy() {
        Seen copy = new Seen(name, every(), window);
        copy.times = times.clone();
        copy.size = size;
        return copy;
    }
}
