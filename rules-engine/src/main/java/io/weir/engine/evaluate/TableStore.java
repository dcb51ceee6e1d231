package io.weir.engine.evaluate;

import io.weir.dsl.plan.TablePlan;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table by their keys, each key's versions by the time from which they hold. One thread writes, any number read, none
 * of them waits or allocates: keys are in an open-addressed table that is copied to grow, versions are immutable.
 */
public final class TableStore {

    /** So many unreadable rows are kept until they are told of. */
    private static final int MOST_UNREADABLE = 1_000;

    private final String tenant;
    private final TablePlan table;
    private final Queue<UnreadableRow> unreadable = new ArrayBlockingQueue<>(MOST_UNREADABLE);
    private final AtomicLong evaluated = new AtomicLong(Long.MIN_VALUE);
    private volatile AtomicReferenceArray<@Nullable Entry> slots = new AtomicReferenceArray<>(64);
    private volatile long late;
    private volatile long untold;
    private int entries;

    private static final class Entry {
        final byte[] key;
        final int hash;
        volatile Versions versions = Versions.NONE;

        Entry(byte[] key, int hash) {
            this.key = key;
            this.hash = hash;
        }
    }

    public TableStore(String tenant, TablePlan table) {
        this.tenant = tenant;
        this.table = table;
    }

    public String tenant() {
        return tenant;
    }

    public TablePlan table() {
        return table;
    }

    /** Adds a row, or puts it in the place of the one that holds from the same time. For one thread alone. */
    public void put(TableRow row) {
        int hash = hash(row.key(), row.key().length);
        Entry entry = find(slots, row.key(), row.key().length, hash);
        if (entry == null) {
            entry = new Entry(row.key(), hash);
            add(entry);
        }
        entry.versions = entry.versions.with(row);
    }

    /** The same for a row that comes while events are evaluated. */
    public void follow(TableRow row) {
        if (table.versioned() && row.validFrom() <= evaluated.get()) {
            late++;
        }
        put(row);
    }

    /** Rows that hold from a time up to which events had been evaluated already. */
    public long late() {
        return late;
    }

    /** Keeps a row for whoever tells of it. Of too many at once some are not kept, but counted. For one thread alone. */
    public void refuse(UnreadableRow row) {
        if (!unreadable.offer(row)) {
            untold++;
        }
    }

    /** Unreadable rows that were not kept: they are told at a later start. */
    public long untold() {
        return untold;
    }

    /** The next unreadable row, once; null where there is none. */
    public @Nullable UnreadableRow takeUnreadable() {
        return unreadable.poll();
    }

    public boolean hasUnreadable() {
        return !unreadable.isEmpty();
    }

    /** All events up to that time have been evaluated. */
    public void evaluatedUpTo(long time) {
        if (time > evaluated.get()) {
            evaluated.accumulateAndGet(time, Math::max);
        }
    }

    private void add(Entry entry) {
        AtomicReferenceArray<@Nullable Entry> current = slots;
        if (++entries * 2 > current.length()) {
            AtomicReferenceArray<@Nullable Entry> larger = new AtomicReferenceArray<>(current.length() * 2);
            for (int i = 0; i < current.length(); i++) {
                Entry known = current.get(i);
                if (known != null) {
                    place(larger, known);
                }
            }
            place(larger, entry);
            slots = larger;
        } else {
            place(current, entry);
        }
    }

    private static void place(AtomicReferenceArray<@Nullable Entry> slots, Entry entry) {
        int mask = slots.length() - 1;
        int at = entry.hash & mask;
        while (slots.get(at) != null) {
            at = at + 1 & mask;
        }
        slots.set(at, entry);
    }

    /** The row that holds at that time, as {@link TableRow#values}; null where there is none. */
    byte @Nullable [] at(byte[] key, int length, long time) {
        Entry entry = find(slots, key, length, hash(key, length));
        return entry == null ? null : entry.versions.at(time);
    }

    private static @Nullable Entry find(AtomicReferenceArray<@Nullable Entry> slots, byte[] key, int length, int hash) {
        int mask = slots.length() - 1;
        for (int at = hash & mask; ; at = at + 1 & mask) {
            Entry entry = slots.get(at);
            if (entry == null) {
                return null;
            } else if (entry.hash == hash && Arrays.equals(entry.key, 0, entry.key.length, key, 0, length)) {
                return entry;
            }
        }
    }

    private static int hash(byte[] key, int length) {
        int hash = 1;
        for (int at = 0; at < length; at++) {
            hash = hash * 31 + key[at];
        }
        return hash ^ hash >>> 15;
    }
}
