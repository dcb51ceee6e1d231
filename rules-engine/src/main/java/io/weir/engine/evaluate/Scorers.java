package io.weir.engine.evaluate;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.plan.ModelSignature;
import io.weir.models.Scorer;

/** Loads pushed models; each once for all tasks of a process, if the caller wishes. */
@FunctionalInterface
public interface Scorers {

    /** Fails with a reason that the model's owner can act on where the package is broken or does not match the signature. */
    Scorer load(Artifact model, ModelSignature signature);
}
