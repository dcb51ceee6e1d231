package io.weir.engine.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
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
            return true;
        }
    }

    RecentRows(long name, long retention) {
        this.name = name;
        this.retention = retention;
    }

    /**
     * Puts a row in its place: behind those of its time.
     *
     * @param clock event time up to which everything has happened: of the rows up to then the last ones are kept, and all after it
     */
    void add(byte[] row, long clock) {
        expire(clock);
        long time = timeOf(row);
        Deque<byte[]> newer = null;
        while (!rows.isEmpty() && timeOf(rows.getLast()) > time) {
            newer = newer == null ? new ArrayDeque<>(2) : newer;
            newer.addFirst(rows.removeLast());
        }
        rows.addLast(row);
        if (newer != null) {
            rows.addAll(newer);
        }
        trim(clock);
    }

    /** A row as it was kept; what is too many is dropped when the next one is added. */
    void restore(byte[] row) {
        rows.addLast(row);
    }

    private void trim(long clock) {
        int tooMany = rows.size() - capacity;
        if (tooMany <= 0) {
            return;
        }
        Iterator<byte[]> newest = rows.descendingIterator();
        while (tooMany > 0 && timeOf(newest.next()) > clock) {
            tooMany--;
        }
        for (; tooMany > 0; tooMany--) {
            rows.removeFirst();
        }
    }

    /** The latest at that time; null where there is none, or none younger than so many milliseconds then. */
    byte @Nullable [] latest(long time, long within) {
        Iterator<byte[]> newest = rows.descendingIterator();
        while (newest.hasNext()) {
            byte[] row = newest.next();
            if (timeOf(row) <= time) {
                return time - timeOf(row) >= within ? null : row;
            }
        }
        return null;
    }

    /** Those at or before that time, oldest first, as rows. */
    List<Row> upTo(long time) {
        List<Row> found = new ArrayList<>();
        for (byte[] row : rows) {
            if (timeOf(row) <= time) {
                found.add(new Row(row));
            }
        }
        return found;
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
        trim(time);
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
