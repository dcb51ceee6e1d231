package io.weir.engine.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The last events of some streams, for {@code previous} and for what a prompt is given. */
final class RecentRows implements KeyPart {

    private final long name;
    private final Deque<byte[]> rows = new ArrayDeque<>(2);
    private int capacity = 1;
    private long retention;

    /**
     * What is asked of it.
     *
     * @param capacity how many rows
     * @param retention how long, in milliseconds: a row that is so old is gone
     * @param since when it has been live: older rows do not count
     */
    record Plan(long name, int capacity, long retention, long since) implements PartPlan {

        @Override
        public KeyPart create() {
            RecentRows created = new RecentRows(name, retention);
            adopt(created);
            return created;
        }

        @Override
        public boolean adopt(KeyPart part) {
            if (!(part instanceof RecentRows recent)) {
                return false;
            }
            recent.capacity = capacity;
            recent.retention = retention;
            recent.rows.removeIf(row -> timeOf(row) < since);
            recent.trim();
            return true;
        }
    }

    RecentRows(long name, long retention) {
        this.name = name;
        this.retention = retention;
    }

    void add(byte[] row) {
        rows.addLast(row);
        trim();
    }

    /** A row as it was kept; what is too many is dropped when it is asked for. */
    void restore(byte[] row) {
        rows.addLast(row);
    }

    private void trim() {
        while (rows.size() > capacity) {
            rows.removeFirst();
        }
    }

    /** The latest; null where there is none, or none younger than so many milliseconds at that time. */
    byte @Nullable [] latest(long time, long within) {
        byte[] row = rows.peekLast();
        return row == null || time - timeOf(row) >= within ? null : row;
    }

    /** The latest first. */
    Iterator<byte[]> newestFirst() {
        return rows.descendingIterator();
    }

    Iterable<byte[]> oldestFirst() {
        return rows;
    }

    long retention() {
        return retention;
    }

    private static long timeOf(byte[] row) {
        return Bytes.getLong(row, 16);
    }

    @Override
    public long name() {
        return name;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public void expire(long time) {
        while (!rows.isEmpty() && KeyPart.plus(timeOf(rows.getFirst()), retention) <= time) {
            rows.removeFirst();
        }
    }

    @Override
    public long lastExpiry() {
        byte[] last = rows.peekLast();
        return last == null ? Long.MIN_VALUE : KeyPart.plus(timeOf(last), retention);
    }

    @Override
    public RecentRows copy() {
        RecentRows copy = new RecentRows(name, retention);
        copy.capacity = capacity;
        copy.rows.addAll(rows);
        return copy;
    }
}
