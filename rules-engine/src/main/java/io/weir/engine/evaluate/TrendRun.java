package io.weir.engine.evaluate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The key's events that go up, or down, without a break, as they were seen last. */
final class TrendRun implements KeyPart {

    private final long name;
    private int capacity;
    private long retention;
    private byte @Nullable [] lastValue;
    private long lastTime;
    /** Of the run's events, oldest first; as many as anybody asks for. */
    private long[] times = new long[4];

    private int size;

    /**
     * What is asked of it.
     *
     * @param capacity of how many events in a row, at most
     * @param retention how far they may lie back, in milliseconds
     * @param since when it has been live: older events do not count
     */
    record Plan(long name, int capacity, long retention, long since) implements PartPlan {

        @Override
        public KeyPart create() {
            return new TrendRun(name, capacity, retention);
        }

        @Override
        public boolean adopt(KeyPart part) {
            if (!(part instanceof TrendRun run)) {
                return false;
            }
            run.capacity = capacity;
            run.retention = retention;
            run.dropBefore(since);
            return true;
        }
    }

    TrendRun(long name, int capacity, long retention) {
        this.name = name;
        this.capacity = capacity;
        this.retention = retention;
    }

    /** The value of the event before; null where it had none. */
    byte @Nullable [] lastValue() {
        return lastValue;
    }

    /** An event without a value, or with one that compares with nothing before it. */
    void breakOff() {
        size = 0;
        lastValue = null;
    }

    /** The next event; the run goes on with it, or begins at it. */
    void add(long time, byte[] value, boolean goesOn) {
        if (!goesOn) {
            size = 0;
        } else if (size == capacity) {
            System.arraycopy(times, 1, times, 0, --size);
        }
        append(time);
        lastValue = value;
        lastTime = time;
    }

    private void append(long time) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
        }
        times[size++] = time;
    }

    /** Whether the last event is at least the so-manieth of its run, the first of them less than so long before it, or after. */
    boolean holds(int events, long within) {
        return size >= events && Math.abs(times[size - 1] - times[size - events]) < within;
    }

    void restore(byte @Nullable [] value, long time, long[] run) {
        lastValue = value;
        lastTime = time;
        times = run.length == 0 ? times : run;
        size = run.length;
    }

    long[] times() {
        return Arrays.copyOf(times, size);
    }

    long lastTime() {
        return lastTime;
    }

    int capacity() {
        return capacity;
    }

    long retention() {
        return retention;
    }

    @Override
    public long name() {
        return name;
    }

    @Override
    public int size() {
        return lastValue == null ? 0 : 1 + size;
    }

    @Override
    public void expire(long time) {
        dropBefore(time - retention + 1);
    }

    private void dropBefore(long oldest) {
        int old = 0;
        while (old < size && times[old] < oldest) {
            old++;
        }
        System.arraycopy(times, old, times, 0, size - old);
        size -= old;
        if (lastTime < oldest) {
            breakOff();
        }
    }

    @Override
    public long lastExpiry() {
        return lastValue == null ? Long.MIN_VALUE : KeyPart.plus(lastTime, retention);
    }

    @Override
    public TrendRun copy() {
        TrendRun copy = new TrendRun(name, capacity, retention);
        copy.restore(lastValue, lastTime, times());
        return copy;
    }
}
