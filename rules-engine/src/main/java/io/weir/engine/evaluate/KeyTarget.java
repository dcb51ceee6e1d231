package io.weir.engine.evaluate;

/** What a row can concern of a key: a part of its state that takes the row in, or a rule that it triggers. */
interface KeyTarget {

    void take(Row row, KeyTurn turn);
}
