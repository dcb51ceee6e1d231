package io.weir.engine.evaluate;

/**
 * When a rule's action last alerted for a key, and how many alerts it held back since. It outlives the rule's revisions. What it
 * held back is remembered for {@link #REMEMBERED} after the last alert, or for the action's own period where that is longer.
 */
final class Throttle {

    static final long REMEMBERED = 90L * 86_400_000;

    final long name;
    private long lastSent;
    private long period;
    private long suppressed;

    Throttle(long name, long lastSent, long period, long suppressed) {
        this.name = name;
        this.lastSent = lastSent;
        this.period = period;
        this.suppressed = suppressed;
    }

    /** Named by rule and action, whatever the revision. */
    static long name(String slug, int action) {
        return StableHash.ofName("throttle " + slug + " " + action);
    }

    /** Whether an alert at that time has to wait; it is counted if so. */
    boolean holdsBack(long time, long newPeriod) {
        period = newPeriod;
        boolean holds = time - lastSent < period;
        suppressed += holds ? 1 : 0;
        return holds;
    }

    /** How many were held back since the last one, as an alert at that time says. */
    long suppressedBefore(long time) {
        return time - lastSent < remembered() ? suppressed : 0;
    }

    void sent(long time) {
        lastSent = time;
        suppressed = 0;
    }

    private long remembered() {
        return Math.max(period, REMEMBERED);
    }

    long expiry() {
        long end = lastSent + (suppressed > 0 ? remembered() : period);
        return end < lastSent ? Long.MAX_VALUE : end;
    }

    Throttle copy() {
        return new Throttle(name, lastSent, period, suppressed);
    }

    long lastSent() {
        return lastSent;
    }

    long period() {
        return period;
    }

    long suppressed() {
        return suppressed;
    }
}
