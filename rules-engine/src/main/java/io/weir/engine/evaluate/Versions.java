package io.weir.engine.evaluate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The versions of one row, by the time from which they hold. */
final class Versions {

    static final Versions NONE = new Versions(new long[0], new TableRow[0]);

    private final long[] from;
    private final TableRow[] rows;

    private Versions(long[] from, TableRow[] rows) {
        this.from = from;
        this.rows = rows;
    }

    /** The newest that holds from that time or before. */
    byte @Nullable [] at(long time) {
        int at = Arrays.binarySearch(from, time);
        int newest = at >= 0 ? at : -at - 2;
        return newest < 0 ? null : rows[newest].values();
    }

    Versions with(TableRow row) {
        int at = Arrays.binarySearch(from, row.validFrom());
        return at >= 0 ? replaced(at, row) : inserted(-at - 1, row);
    }

    private Versions replaced(int at, TableRow row) {
        TableRow[] changed = rows.clone();
        changed[at] = row;
        return new Versions(from, changed);
    }

    private Versions inserted(int at, TableRow row) {
        long[] times = Arrays.copyOf(from, from.length + 1);
        TableRow[] more = Arrays.copyOf(rows, rows.length + 1);
        System.arraycopy(from, at, times, at + 1, from.length - at);
        System.arraycopy(rows, at, more, at + 1, rows.length - at);
        times[at] = row.validFrom();
        more[at] = row;
        return new Versions(times, more);
    }
}
