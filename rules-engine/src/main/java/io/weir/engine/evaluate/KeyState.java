package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept for one key: the numbers that its aggregates read, and when it last alerted.
 *
 * <p>A key needs one timer, at {@link #nextExpiry()}; it need not be moved while rows come, and is set again when it fires.
 */
public final class KeyState {

    /** A key's timer fires at least once in this much event time, so that what retired rules left is freed. */
    static final long DAY = 86_400_000;

    private final List<KeySeries> series = new ArrayList<>();
    private final List<Throttle> throttles = new ArrayList<>();
    private long lastTime = Long.MIN_VALUE;
    private @Nullable KeyLayout layout;
    private @Nullable KeySeries[] byNumber = new KeySeries[0];

    /** True when nothing is kept: the state can be cleared. */
    public boolean isEmpty() {
        return series.isEmpty() && throttles.isEmpty();
    }

    /**
     * The event time at which to call {@link KeyEvaluator#expire} next: when all will have expired if no row comes, and at most a
     * day after the last one; {@code Long.MAX_VALUE} where nothing is kept.
     */
    public long nextExpiry() {
        if (isEmpty()) {
            return Long.MAX_VALUE;
        }
        long last = Long.MIN_VALUE;
        for (KeySeries each : series) {
            last = Math.max(last, each.lastExpiry());
        }
        for (Throttle each : throttles) {
            last = Math.max(last, each.expiry());
        }
        return lastTime > Long.MAX_VALUE - DAY ? last : Math.min(last, lastTime + DAY);
    }

    /** Drops what no window reaches any more at or after that event time. */
    public void expire(long time) {
        lastTime = Math.max(lastTime, time);
        for (int i = series.size() - 1; i >= 0; i--) {
            KeySeries each = series.get(i);
            each.expire(time);
            if (each.size() == 0) {
                remove(i);
            }
        }
        throttles.removeIf(throttle -> throttle.expiry() <= time);
    }

    private void remove(int index) {
        KeySeries removed = series.remove(index);
        int number = layout == null ? -1 : layout.numberOf(removed.name());
        if (number >= 0) {
            byNumber[number] = null;
        }
    }

    /** How many numbers and marks are kept. */
    public int entries() {
        int entries = throttles.size();
        for (KeySeries each : series) {
            entries += each.size();
        }
        return entries;
    }

    /** Numbers the series as that layout does, and forgets those that it does not name. */
    void attach(KeyLayout newLayout) {
        if (layout == newLayout) {
            return;
        }
        layout = newLayout;
        byNumber = new KeySeries[newLayout.series().size()];
        for (int i = series.size() - 1; i >= 0; i--) {
            KeySeries each = series.get(i);
            int number = newLayout.numberOf(each.name());
            if (number < 0 || newLayout.series().get(number).kind() != each.kind()) {
                series.remove(i);
            } else {
                each.plan(newLayout.series().get(number));
                byNumber[number] = each;
            }
        }
    }

    void touch(long time) {
        lastTime = Math.max(lastTime, time);
    }

    /** The series of that number in the layout; null where no event was counted. */
    @Nullable
    KeySeries series(int number) {
        return byNumber[number];
    }

    /** The series of that number in the layout that was attached. */
    KeySeries seriesToFeed(int number, SeriesPlan plan) {
        KeySeries existing = byNumber[number];
        if (existing != null) {
            return existing;
        }
        KeySeries created = KeySeries.of(plan);
        series.add(created);
        byNumber[number] = created;
        return created;
    }

    @Nullable
    Throttle throttle(long name) {
        for (Throttle each : throttles) {
            if (each.name == name) {
                return each;
            }
        }
        return null;
    }

    void add(Throttle throttle) {
        throttles.add(throttle);
    }

    void add(KeySeries restored) {
        series.add(restored);
    }

    List<KeySeries> series() {
        return series;
    }

    List<Throttle> throttles() {
        return throttles;
    }

    long lastTime() {
        return lastTime;
    }
}
