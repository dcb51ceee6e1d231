package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * A rule's approximate aggregate, found in what a key keeps.
 *
 * @param series the number of its sketches in the layout
 */
record SketchRead(int series, Reading reading) implements KnownAggregate {

    @Override
    public void at(Row row, KeyState state, @Nullable Series fed, Frame f, int register) {
        if (state.part(series) instanceof SketchPanes sketches) {
            sketches.readAt(row, reading, f, register);
        } else {
            reading.readEmpty(f, register);
        }
    }

    @Override
    public void before(long boundary, long sessionStart, KeyState state, Frame f, int register) {
        if (state.part(series) instanceof SketchPanes sketches) {
            sketches.readBefore(boundary, reading, f, register);
        } else {
            reading.readEmpty(f, register);
        }
    }
}
