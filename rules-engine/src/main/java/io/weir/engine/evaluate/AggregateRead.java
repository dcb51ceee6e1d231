package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * A rule's aggregate, found in what a key keeps.
 *
 * @param series the number of its series in the layout
 * @param window the number of its window in the series
 * @param link what its {@code where} compares of the triggering event; null for nothing
 */
record AggregateRead(
        int series,
        int window,
        WindowShape shape,
        Reading reading,
        @Nullable Link link) implements KnownAggregate {

    @Override
    public void at(Row row, KeyState state, @Nullable Series fed, Frame f, int register) {
        Series found = link == null || link.read(row) ? find(state) : null;
        if (found == null) {
            reading.readEmpty(f, register);
        } else {
            reading.read(found.windows().get(window).moveTo(row.time(), found == fed), f, register);
        }
    }

    @Override
    public void before(long boundary, long sessionStart, KeyState state, Frame f, int register) {
        if (state.part(series) instanceof PanedSeries panes) {
            panes.read(reading, window, shape.from(boundary - 1), boundary, f, register);
            return;
        }
        Series found = find(state);
        if (found == null) {
            reading.readEmpty(f, register);
        } else {
            long start = shape.reach() == WindowShape.Reach.SESSION ? sessionStart : shape.from(boundary - 1);
            reading.read(found.windows().get(window).moveBetween(start, boundary), f, register);
        }
    }

    private @Nullable Series find(KeyState state) {
        return state.part(series) instanceof KeySeries known ? known.toRead(link) : null;
    }
}
