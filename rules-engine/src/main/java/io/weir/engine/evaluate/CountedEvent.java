package io.weir.engine.evaluate;

/** The event at hand with the value that is counted, for as long as panes take it in. */
final class CountedEvent {

    private final Series series;
    private final Total value;
    private final Total square;

    CountedEvent(SeriesKind kind) {
        series = new Series(0, kind);
        value = new Total(series, false);
        square = new Total(series, true);
    }

    /** Another event; its value is set in the series that is answered, at its first index. */
    Series begin(long time) {
        while (series.size() > 0) {
            series.drop();
        }
        series.add(time);
        return series;
    }

    private long index() {
        return series.first();
    }

    long time() {
        return series.time(index());
    }

    /** 0 where it is no money. */
    long currency() {
        return series.values(index()).currency(index());
    }

    ExactSum value() {
        return of(value);
    }

    ExactSum square() {
        return of(square);
    }

    private ExactSum of(Total total) {
        total.restart(index());
        total.enter(index());
        return total.sum();
    }

    int compareTo(SeriesValues values, long other) {
        return series.values(index()).compare(index(), values, other);
    }

    /** Makes it the value of another series' event. */
    void copyTo(Series column, long to) {
        column.setValueOf(to, series, index());
    }

    /** Puts it in the place of another series' event. */
    void replace(Series column, long to) {
        column.replace(to, series, index());
    }
}
