package io.weir.engine.evaluate;

import java.util.Arrays;

/**
 * The key's sessions that are open: each ends when so much time has passed since its last event. Where events come in order there is
 * one at most; otherwise an event may begin one before another, extend one at either end, or join two.
 */
final class Session implements KeyPart {

    private static final long NEVER = Long.MIN_VALUE;

    /** Before a session that was stored without its beginning its parts hold nothing else. */
    private static final long EVER = Long.MIN_VALUE + 1;

    private final long name;
    private final long gap;
    /** Of each session the times of its first and last events, the oldest session first. */
    private long[] times = new long[2];

    private int size;

    /**
     * What is asked of it.
     *
     * @param gap in milliseconds
     * @param since when it has been live: older events do not count
     */
    record Plan(long name, long gap, long since) implements PartPlan {

        @Override
        public KeyPart create() {
            return new Session(name, gap);
        }

        @Override
        public boolean adopt(KeyPart part) {
            if (!(part instanceof Session session) || session.gap != gap) {
                return false;
            }
            while (session.size > 0 && session.times[1] < since) {
                session.endFirst();
            }
            return true;
        }
    }

    Session(long name, long gap) {
        this.name = name;
        this.gap = gap;
    }

    /**
     * An event of it: goes on with the sessions that it is near, or opens one.
     *
     * @param clock event time up to which everything has happened: a session that ended by then is not opened
     */
    void touch(long time, long clock) {
        int from = 0;
        while (from < size && times[2 * from + 1] < time && time - times[2 * from + 1] >= gap) {
            from++;
        }
        int to = from;
        while (to < size && (times[2 * to] <= time || times[2 * to] - time < gap)) {
            to++;
        }
        if (from < to) {
            join(from, to, time);
        } else if (KeyPart.plus(time, gap) > clock) {
            open(from, time, time);
        }
    }

    private void join(int from, int to, long time) {
        times[2 * from] = Math.min(times[2 * from], time);
        times[2 * from + 1] = Math.max(times[2 * to - 1], time);
        System.arraycopy(times, 2 * to, times, 2 * from + 2, 2 * (size - to));
        size -= to - from - 1;
    }

    private void open(int at, long first, long last) {
        if (2 * size == times.length) {
            times = Arrays.copyOf(times, 2 * times.length);
        }
        System.arraycopy(times, 2 * at, times, 2 * at + 2, 2 * (size - at));
        times[2 * at] = first;
        times[2 * at + 1] = last;
        size++;
    }

    /** One that was stored, behind the others. */
    void restore(long first, long last) {
        open(size, first, last);
    }

    /** The same of one that was stored without its beginning. */
    void restore(long last) {
        restore(EVER, last);
    }

    boolean isOneWithoutBeginning() {
        return size == 1 && times[0] == EVER;
    }

    /** Whether an event at that time is within one. */
    boolean covers(long time) {
        for (int i = 0; i < size; i++) {
            if (times[2 * i] <= time && (time <= times[2 * i + 1] || time - times[2 * i + 1] < gap)) {
                return true;
            }
        }
        return false;
    }

    /** The time of the first session's first event; {@code Long.MAX_VALUE}: none is open. */
    long start() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    void endFirst() {
        size--;
        System.arraycopy(times, 2, times, 0, 2 * size);
    }

    long first(int index) {
        return times[2 * index];
    }

    long last(int index) {
        return times[2 * index + 1];
    }

    long gap() {
        return gap;
    }

    @Override
    public long name() {
        return name;
    }

    @Override
    public int size() {
        return size;
    }

    /** Each ends when it is due, and not before. */
    @Override
    public void expire(long time) {}

    @Override
    public long lastExpiry() {
        return size == 0 ? NEVER : KeyPart.plus(last(size - 1), gap);
    }

    @Override
    public long nextDue(long clock) {
        return size == 0 ? Long.MAX_VALUE : KeyPart.plus(last(0), gap);
    }

    @Override
    public void happened(long time) {
        while (size > 0 && nextDue(time) <= time) {
            endFirst();
        }
    }

    @Override
    public Session copy() {
        Session copy = new Session(name, gap);
        copy.times = times.clone();
        copy.size = size;
        return copy;
    }
}
