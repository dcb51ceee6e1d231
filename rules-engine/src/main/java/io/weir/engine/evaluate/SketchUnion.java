package io.weir.engine.evaluate;

import java.util.List;

/**
 * What several sketches say together. It is not stored: it follows from the sketches, whenever and from whichever beginning it is made,
 * so that a restart changes no answer.
 */
sealed interface SketchUnion permits DifferentUnion, RankUnion {

    /** Of these sketches, in the order of time; the last one may still grow. */
    void unite(List<Sketch> sketches);

    /** The last sketch has been added to; false where the union has to be made again. */
    boolean grow(long value, long currency);

    /** Leaves what is asked in a register. */
    void read(Reading reading, Frame f, int register);
}
