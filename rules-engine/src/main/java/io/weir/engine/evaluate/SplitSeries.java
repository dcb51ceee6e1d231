package io.weir.engine.evaluate;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The series of aggregates whose {@code where} compares with the triggering event: one for each value that counted events have, so that
 * a triggering event finds those that are its own without a look at the others.
 */
final class SplitSeries implements KeySeries {

    private final long name;
    private final SeriesKind kind;
    private final Dictionary links;
    private @Nullable Series[] parts = new Series[4];
    private Retention retention = Retention.NOTHING;
    private long lostUntil = Long.MIN_VALUE;
    /** So many events may still come before they are counted again. */
    private int uncounted = Retention.MOST_VALUES / 2;

    /** The time of the newest event, so that not all parts are asked. */
    private long newest = Long.MIN_VALUE;

    private long sessionStart = Long.MIN_VALUE;
    private @Nullable SeriesPlan plan;

    SplitSeries(long name, SeriesKind kind) {
        this(name, kind, new Dictionary());
    }

    private SplitSeries(long name, SeriesKind kind, Dictionary links) {
        this.name = name;
        this.kind = kind;
        this.links = links;
    }

    @Override
    public SplitSeries copy() {
        SplitSeries copy = new SplitSeries(name, kind, links.copy());
        copy.parts = new Series[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Series part = parts[i];
            copy.parts[i] = part == null ? null : part.copy();
        }
        copy.retention = retention;
        copy.lostUntil = lostUntil;
        copy.newest = newest;
        return copy;
    }

    @Override
    public void plan(SeriesPlan newPlan) {
        plan = newPlan;
        retention = newPlan.retention();
        for (Series part : parts) {
            if (part != null) {
                part.plan(newPlan);
            }
        }
    }

    @Override
    public Series toFeed(@Nullable Link link, long time, long clock) {
        Link value = required(link);
        return toFeed(value.bytes(), value.length(), time, clock);
    }

    @Override
    public @Nullable Series toRead(@Nullable Link link) {
        Link value = required(link);
        return toRead(value.bytes(), value.length());
    }

    private static Link required(@Nullable Link link) {
        if (link == null) {
            throw new IllegalStateException("Nothing tells the parts of a series apart (DEVELOPER)");
        }
        return link;
    }

    Series toFeed(byte[] value, int length, long time, long clock) {
        newest = Math.max(newest, time);
        if (--uncounted <= 0) {
            makeRoom(clock);
        }
        int number = links.find(value, 0, length);
        Series known = number < 0 ? null : parts[number];
        Series part = known == null ? add(value, length) : known;
        part.sessionFrom(sessionStart);
        return part;
    }

    @Nullable
    Series toRead(byte[] value, int length) {
        int number = links.find(value, 0, length);
        return number >= 0 ? parts[number] : lostUntil == Long.MIN_VALUE ? null : part();
    }

    /** A part for a value that has none. */
    Series add(byte[] value, int length) {
        int number = links.use(value, 0, length);
        if (number >= parts.length) {
            parts = Arrays.copyOf(parts, parts.length * 2);
        }
        Series part = part();
        parts[number] = part;
        return part;
    }

    private Series part() {
        Series part = new Series(name, kind);
        part.retention(retention);
        part.lostUntil(lostUntil);
        if (plan != null) {
            part.plan(plan);
        }
        return part;
    }

    /** Where there are too many events even after some have expired, all go, and windows that reach back to them fail. */
    private void makeRoom(long clock) {
        expire(clock);
        if (size() >= Retention.MOST_EVENTS || parts() >= Retention.MOST_VALUES) {
            lostUntil = newest;
            for (int number = 0; number < parts.length; number++) {
                remove(number);
            }
        }
        uncounted = Math.min(Retention.MOST_EVENTS - size(), Retention.MOST_VALUES - parts()) / 2 + 1;
    }

    private void remove(int number) {
        if (parts[number] != null) {
            parts[number] = null;
            links.release(number);
        }
    }

    @Override
    public void expire(long time) {
        for (int number = 0; number < parts.length; number++) {
            Series part = parts[number];
            if (part != null) {
                part.sessionFrom(sessionStart);
                part.expire(time);
                if (part.size() == 0) {
                    remove(number);
                }
            }
        }
    }

    @Override
    public long lastExpiry() {
        return parts() == 0 ? Long.MIN_VALUE : retention.end(newest);
    }

    /** A part was filled with events that were stored. */
    void filled(Series part) {
        if (part.size() > 0) {
            newest = Math.max(newest, part.time(part.end() - 1));
        }
    }

    @Override
    public void sessionFrom(long start) {
        sessionStart = start;
    }

    @Override
    public int size() {
        int size = 0;
        for (Series part : parts) {
            size += part == null ? 0 : part.size();
        }
        return size;
    }

    @Override
    public long name() {
        return name;
    }

    @Override
    public SeriesKind kind() {
        return kind;
    }

    @Override
    public long lostUntil() {
        return lostUntil;
    }

    @Override
    public void lostUntil(long time) {
        lostUntil = time;
    }

    @Override
    public Retention retention() {
        return retention;
    }

    @Override
    public void retention(Retention stored) {
        retention = stored;
    }

    /** How many values there are. */
    int parts() {
        return links.size();
    }

    /** Each value with its series. */
    void forEach(BiConsumer<byte[], Series> visitor) {
        for (int number = 0; number < parts.length; number++) {
            Series part = parts[number];
            if (part != null) {
                visitor.accept(links.get(number), part);
            }
        }
    }
}
