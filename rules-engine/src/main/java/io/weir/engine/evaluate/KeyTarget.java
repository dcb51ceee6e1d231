package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/** What a row can concern of a key: a part of its state that takes the row in, or a rule that it triggers. */
interface KeyTarget {

    void take(Row row, KeyTurn turn);

    /** The one that it is about alone; null for a part of the key's state. */
    default @Nullable BoundRule rule() {
        return null;
    }

    /** The part that a row of the past may fill; -1 for none. */
    default int filled() {
        return -1;
    }

    /**
     * Puts a row of the past into that part.
     *
     * @param part its number in the state
     */
    default void fill(Row row, KeyState state, int part) {}
}
