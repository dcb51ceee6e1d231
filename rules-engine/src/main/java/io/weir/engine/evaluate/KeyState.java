package io.weir.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept for one key: the numbers that its aggregates read, events that are looked back at or wait for others, and when it
 * last alerted.
 *
 * <p>A key needs one timer, at the earlier of {@link #nextDue()}, to the millisecond, and {@link #nextExpiry()}, which need not be
 * moved while rows come and is set again when it fires.
 */
public final class KeyState {

    /** A key's timer fires at least once in this much event time, so that what retired rules left is freed. */
    static final long DAY = 86_400_000;

    private final List<KeyPart> parts = new ArrayList<>();
    private final List<Throttle> throttles = new ArrayList<>();
    private long clock = Long.MIN_VALUE;
    private Chunks chunks = ClosedEvents.NOWHERE;
    private @Nullable KeyLayout layout;
    private @Nullable KeyPart[] byNumber = new KeyPart[0];

    /** Where events may be put that need not be at hand. */
    public void chunks(Chunks newChunks) {
        if (chunks != newChunks) {
            chunks = newChunks;
            parts.forEach(part -> part.chunks(newChunks));
        }
    }

    /** True when nothing is kept: the state can be cleared. */
    public boolean isEmpty() {
        return parts.isEmpty() && throttles.isEmpty();
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
        for (int i = 0; i < parts.size(); i++) {
            last = Math.max(last, parts.get(i).lastExpiry());
        }
        for (int i = 0; i < throttles.size(); i++) {
            last = Math.max(last, throttles.get(i).expiry());
        }
        boolean atNoTime = clock == Long.MIN_VALUE || clock > Long.MAX_VALUE - DAY;
        return atNoTime ? last : Math.min(last, clock + DAY);
    }

    /** When something has to happen though no event comes, in event time; {@code Long.MAX_VALUE} for never. */
    public long nextDue() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < parts.size(); i++) {
            next = Math.min(next, parts.get(i).nextDue(clock));
        }
        return next;
    }

    /** Drops what nothing can ask for any more at or after that event time. */
    public void expire(long time) {
        touch(time);
        for (int i = parts.size() - 1; i >= 0; i--) {
            KeyPart each = parts.get(i);
            each.expire(time);
            if (each.size() == 0) {
                remove(i);
            }
        }
        long told = Math.min(time, earliestUntold());
        throttles.removeIf(throttle -> throttle.expiry() <= told);
    }

    private long earliestUntold() {
        long earliest = Long.MAX_VALUE;
        for (KeyPart each : parts) {
            earliest = Math.min(earliest, each.earliestUntold());
        }
        return earliest;
    }

    private void remove(int index) {
        KeyPart removed = parts.remove(index);
        int number = layout == null ? -1 : layout.numberOf(removed.name());
        if (number >= 0) {
            byNumber[number] = null;
        }
    }

    /** How many numbers, events and marks are kept. */
    public int entries() {
        int entries = throttles.size();
        for (KeyPart each : parts) {
            entries += each.size();
        }
        return entries;
    }

    /** Numbers the parts as that layout does, and forgets those that it does not name. */
    void attach(KeyLayout newLayout) {
        number(newLayout, true);
    }

    /** The same for a moment: all are kept. */
    void lookUp(KeyLayout otherLayout) {
        number(otherLayout, false);
    }

    private void number(KeyLayout newLayout, boolean forgets) {
        if (layout == newLayout) {
            return;
        }
        layout = newLayout;
        byNumber = new KeyPart[newLayout.parts().size()];
        for (int i = parts.size() - 1; i >= 0; i--) {
            KeyPart each = parts.get(i);
            int number = newLayout.numberOf(each.name());
            if (number >= 0 && newLayout.parts().get(number).adopt(each)) {
                byNumber[number] = each;
            } else if (forgets) {
                parts.remove(i).release();
            }
        }
    }

    void touch(long time) {
        clock = Math.max(clock, time);
    }

    /** Everything up to that time has happened: what is left of it, of rules that are no more, goes. */
    void happened(long time) {
        touch(time);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).happened(time);
        }
    }

    /** How many parts the layout has. */
    int partNumbers() {
        return byNumber.length;
    }

    /** The part of that number in the layout; null where nothing is kept of it. */
    @Nullable
    KeyPart part(int number) {
        return number < 0 ? null : byNumber[number];
    }

    /** The same, to put something in: there is one from now on. */
    KeyPart open(int number) {
        KeyPart existing = byNumber[number];
        if (existing != null) {
            return existing;
        }
        if (layout == null) {
            throw new IllegalStateException("A key's state without a layout (DEVELOPER)");
        }
        KeyPart created = layout.parts().get(number).create();
        if (chunks != ClosedEvents.NOWHERE) {
            created.chunks(chunks);
        }
        parts.add(created);
        byNumber[number] = created;
        return created;
    }

    /** Lets go of a part with all that is in it. */
    void drop(int number) {
        KeyPart part = byNumber[number];
        if (part != null) {
            parts.remove(part);
            part.release();
            byNumber[number] = null;
        }
    }

    /** Lets go of a part in which nothing is. */
    void dropIfEmpty(int number) {
        KeyPart part = part(number);
        if (part != null && part.size() == 0) {
            drop(number);
        }
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

    void add(KeyPart restored) {
        parts.add(restored);
    }

    List<KeyPart> parts() {
        return parts;
    }

    List<Throttle> throttles() {
        return throttles;
    }

    /** Event time up to which everything has happened. */
    long clock() {
        return clock;
    }

    /** The same as a row of that time sees it, which may come when it should have happened already. */
    long clockAt(long time) {
        return Math.min(clock, time);
    }
}
