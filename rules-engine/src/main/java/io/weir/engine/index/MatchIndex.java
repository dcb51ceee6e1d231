package io.weir.engine.index;

/**
 * Finds which of many candidates a row matches; a candidate asks for some predicates, and matches where all of them are true. What
 * a candidate is for, only the caller knows.
 */
public interface MatchIndex {

    void match(Predicates row, Matches matches);

    /** The predicates of the row at hand: each is evaluated when first asked for, once a row. */
    interface Predicates {

        byte FALSE = 0;
        byte TRUE = 1;
        byte MISSING = 2;
        /** It could not be evaluated. */
        byte FAILED = 3;

        byte test(int predicate);
    }

    /** Takes what was found, in the order of the candidates' numbers. */
    interface Matches {

        void matched(int candidate);

        /** One of its predicates failed, and none before it was false or missing. */
        void failed(int candidate, int predicate);
    }
}
