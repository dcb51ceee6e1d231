package io.weir.engine.evaluate;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.plan.ModelSignature;

/** Loads pushed models; each once for all tasks of a process, if the caller wishes. */
@FunctionalInterface
public interface Scorers {

    /** Fails with a reason that the model's owner can act on where the package is broken or does not match the signature. */
    ModelScorer load(Artifact model, ModelSignature signature);

    /** A loaded model: immutable, and safe for many threads. */
    @FunctionalInterface
    interface ModelScorer {

        /** @param inputs in the signature's order; not kept, not changed */
        double score(double[] inputs);
    }
}
