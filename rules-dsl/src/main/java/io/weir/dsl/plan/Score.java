package io.weir.dsl.plan;

import java.util.List;

/**
 * A model asked for its score.
 *
 * @param inputs in the order of the signature, each a float
 */
public record Score(ModelSignature model, List<Expr> inputs) {
    public Score {
        inputs = List.copyOf(inputs);
    }
}
