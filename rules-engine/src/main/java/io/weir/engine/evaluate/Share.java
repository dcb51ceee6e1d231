package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * Some of a rule's keys: so many of a hundred, picked by a hash of the key, so that they are the same ones on every task, in every
 * replay, and for every revision. A larger share holds all keys of a smaller one; another rule's holds others.
 */
final class Share {

    /** So many hashes there are. */
    private static final long ALL = 1L << 32;

    private final int percent;
    private final long salt;
    private final long taken;

    private Share(int percent, long salt) {
        this.percent = percent;
        this.salt = salt;
        this.taken = ALL * percent / 100;
    }

    /** Null for all keys. What it picks is seen from outside, so it never changes. */
    static @Nullable Share of(@Nullable Integer percent, String slug) {
        return percent == null || percent >= 100
                ? null
                : new Share(Math.max(percent, 0), StableHash.ofName("share of " + slug));
    }

    int percent() {
        return percent;
    }

    boolean takes(Key key) {
        return Integer.toUnsignedLong(StableHash.of(salt, key.values())) < taken;
    }
}
