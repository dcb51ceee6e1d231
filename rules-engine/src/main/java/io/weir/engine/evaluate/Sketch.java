package io.weir.engine.evaluate;

/** What is known of many values in little memory. Values stand in it as {@link SketchValues} makes them. */
sealed interface Sketch permits DifferentSketch, RankSketch {

    /** What a sketch is asked; the ordinal is stored, so the order never changes. */
    enum Kind {
        /** How many different values. */
        DIFFERENT,
        /** Which value has which place in their order. */
        RANKS;

        Sketch empty() {
            return this == DIFFERENT ? new DifferentSketch() : new RankSketch();
        }

        SketchUnion union() {
            return this == DIFFERENT ? new DifferentUnion() : new RankUnion();
        }
    }

    void add(long value, long currency);

    /** One of its own, that shares nothing that changes. */
    Sketch copy();
}
