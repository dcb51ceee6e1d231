package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/** What a row can concern of a key: a part of its state that takes the row in, or a rule that it triggers. */
interface KeyTarget {

    void take(Row row, KeyTurn turn);

    /** The one that it is about alone; null for a part of the key's state. */
    default @Nullable BoundRule rule() {
        return null;
    }
}
