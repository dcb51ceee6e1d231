package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * What rules that are evaluated by the clock need of a key's events, once a pane: how many there were, their sum, or the one that is
 * the highest, the first and so on. Each column is a series with an entry a pane (and currency); windows over whole panes are windows
 * over these entries, and as exact.
 */
final class PanedSeries implements KeyPart {

    private static final int VALUES = 0;
    private static final int COUNTS = 1;
    private static final int SQUARES = 2;
    private static final long ANY_CURRENCY = -1;

    private final long name;
    private final PaneFunction function;
    private final SeriesKind events;
    private final Series[] columns;
    private @Nullable PanesPlan plan;

    PanedSeries(long name, PaneFunction function, SeriesKind events) {
        this(name, function, events, new Series[function.columns()]);
        for (int number = 0; number < columns.length; number++) {
            columns[number] = new Series(name + number, kind(number));
        }
    }

    /** @param columns as many as the function has; they may be filled in later */
    PanedSeries(long name, PaneFunction function, SeriesKind events, Series[] columns) {
        this.name = name;
        this.function = function;
        this.events = events;
        this.columns = columns;
    }

    private SeriesKind kind(int column) {
        return switch (column) {
            case VALUES -> function.values(events);
            case COUNTS -> SeriesKind.LONGS;
            default -> SeriesKind.DECIMALS;
        };
    }

    @Override
    public PanedSeries copy() {
        Series[] copies = new Series[columns.length];
        for (int number = 0; number < columns.length; number++) {
            copies[number] = columns[number].copy();
        }
        return new PanedSeries(name, function, events, copies);
    }

    void plan(PanesPlan newPlan) {
        if (plan == newPlan) {
            return;
        }
        plan = newPlan;
        for (int number = 0; number < columns.length; number++) {
            columns[number].plan(newPlan.column(columns[number].name(), kind(number)));
        }
    }

    /** @param clock event time up to which everything has happened */
    void take(CountedEvent event, long clock) {
        if (plan == null) {
            throw new IllegalStateException("Panes without a plan are fed (DEVELOPER)");
        }
        long begin = plan.begin(event.time());
        long end = plan.end(event.time());
        if (function == PaneFunction.COUNT) {
            count(columns[VALUES], begin, end);
        } else if (function.isEvent()) {
            choose(columns[VALUES], event, begin, end);
        } else {
            add(columns[VALUES], event.value(), event.currency(), begin, end);
            count(columns[COUNTS], begin, end);
            if (function == PaneFunction.DEVIATION) {
                add(columns[SQUARES], event.square(), 0, begin, end);
            }
        }
        expire(clock);
    }

    private static void count(Series column, long begin, long end) {
        long known = find(column, begin, end, 0);
        if (known < 0) {
            column.setValue(column.add(begin), 1);
            column.sortLast();
        } else {
            column.change(known);
            column.setValue(known, column.values(known).bits(known) + 1);
        }
    }

    /** @param value is changed */
    private static void add(Series column, ExactSum value, long currency, long begin, long end) {
        long known = find(column, begin, end, currency);
        if (known >= 0) {
            column.change(known);
            value.add(column.values(known), known);
            value.toSeries(column, known);
            return;
        }
        long added = column.add(begin);
        value.toSeries(column, added);
        if (column.kind() == SeriesKind.MONEYS) {
            column.setCurrency(added, currency);
        }
        column.sortLast();
    }

    private void choose(Series column, CountedEvent event, long begin, long end) {
        boolean ofCurrency = function == PaneFunction.HIGHEST || function == PaneFunction.LOWEST;
        long known = find(column, begin, end, ofCurrency ? event.currency() : ANY_CURRENCY);
        if (known < 0) {
            event.copyTo(column, column.add(event.time()));
            column.sortLast();
        } else if (isBetter(event, column, known)) {
            column.change(known);
            event.replace(column, known);
        }
    }

    /** Of two that are the same, the later one. */
    private boolean isBetter(CountedEvent event, Series column, long known) {
        boolean isLater = event.time() >= column.time(known);
        return switch (function) {
            case FIRST -> !isLater;
            case HIGHEST -> isAtLeast(event.compareTo(column.values(known), known), isLater);
            case LOWEST -> isAtLeast(-event.compareTo(column.values(known), known), isLater);
            case COUNT, SUM, DEVIATION, LAST -> isLater;
        };
    }

    private static boolean isAtLeast(int compared, boolean isLater) {
        return compared > 0 || compared == 0 && isLater;
    }

    /** The pane's entry of that currency; -1 where there is none. */
    private static long find(Series column, long begin, long end, long currency) {
        long last = column.end() - 1;
        if (last >= column.first() && column.time(last) >= end) {
            last = column.firstFrom(end) - 1;
        }
        for (long index = last; index >= column.first() && column.time(index) >= begin; index--) {
            if (currency == ANY_CURRENCY || column.values(index).currency(index) == currency) {
                return index;
            }
        }
        return -1;
    }

    /** Leaves an aggregate of the panes at or after a time and before another one in a register. Fails with {@link RuleFailure}. */
    void read(Reading reading, int window, long start, long end, Frame f, int register) {
        WindowCursor values = columns[VALUES].windows().get(window).moveBetween(start, end);
        if (columns.length == 1) {
            reading.readPanes(values, f, register);
            return;
        }
        WindowCursor counts = columns[COUNTS].windows().get(window).moveBetween(start, end);
        WindowCursor squares = function == PaneFunction.DEVIATION
                ? columns[SQUARES].windows().get(window).moveBetween(start, end)
                : counts;
        reading.readPanes(values, counts, squares, f, register);
    }

    @Override
    public void chunks(Chunks chunks) {
        for (Series column : columns) {
            column.chunks(chunks);
        }
    }

    @Override
    public void release() {
        for (Series column : columns) {
            column.release();
        }
    }

    @Override
    public void expire(long time) {
        for (Series column : columns) {
            column.expire(time);
        }
    }

    @Override
    public long lastExpiry() {
        long last = Long.MIN_VALUE;
        for (Series column : columns) {
            last = Math.max(last, column.lastExpiry());
        }
        return last;
    }

    @Override
    public int size() {
        int size = 0;
        for (Series column : columns) {
            size += column.size();
        }
        return size;
    }

    @Override
    public long name() {
        return name;
    }

    PaneFunction function() {
        return function;
    }

    SeriesKind events() {
        return events;
    }

    Series[] columns() {
        return columns;
    }
}
