package io.weir.benchmarks.job;

/** The times of a user's failed logins within the window, and when it last alerted. */
final class FailureRing {

    static final long NEVER = Long.MIN_VALUE;

    private long[] times = new long[16];
    private int head;
    private int size;
    long lastSent = NEVER;
    int suppressed;
    boolean timerSet;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The i-th oldest. */
    long get(int i) {
        return times[head + i & times.length - 1];
    }

    void add(long time) {
        if (size == times.length) {
            grow();
        }
        times[head + size & times.length - 1] = time;
        size++;
    }

    private void grow() {
        long[] larger = new long[times.length * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = get(i);
        }
        times = larger;
        head = 0;
    }

    void expire(long upTo) {
        while (size > 0 && get(0) <= upTo) {
            head = head + 1 & times.length - 1;
            size--;
        }
    }
}
