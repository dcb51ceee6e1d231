package io.weir.cli.demo;

/** Counts milliseconds, one counter each up to a minute, so that percentiles are exact. Belongs to one thread. */
final class Latencies {

    private static final int LONGEST = 60_000;

    private final long[] counts = new long[LONGEST + 1];
    private long total;

    void add(long millis) {
        counts[(int) Math.max(0, Math.min(LONGEST, millis))]++;
        total++;
    }

    /** The lowest that this share of all is at or below (nearest rank); 0 where there are none. */
    long percentile(double percent) {
        long rank = Math.max(1, (long) Math.ceil(total * percent / 100));
        long seen = 0;
        for (int millis = 0; millis <= LONGEST && total > 0; millis++) {
            seen += counts[millis];
            if (seen >= rank) {
                return millis;
            }
        }
        return 0;
    }
}
