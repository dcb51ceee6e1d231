package io.weir.models;

/**
 * A model, ready to score: immutable, safe to share between threads, free of allocation.
 *
 * <p>Inputs stand in the order of the model's signature. A missing input is {@link Double#NaN}; whether a score over a
 * missing input means anything is the caller's decision, the answer then is NaN too.
 */
public interface Scorer {

    /** How many numbers {@link #score} takes. */
    int inputs();

    /** The score of one vector, which is read only. Throws IllegalArgumentException for a vector of another length. */
    double score(double[] vector);
}
