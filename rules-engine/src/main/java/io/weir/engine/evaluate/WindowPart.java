package io.weir.engine.evaluate;

/** Something that a window counts: events enter it as its newest, and leave it as its oldest. */
interface WindowPart {

    void enter(long index);

    void leave(long index);

    /** All have left; the next to enter has that index. */
    void restart(long index);
}
