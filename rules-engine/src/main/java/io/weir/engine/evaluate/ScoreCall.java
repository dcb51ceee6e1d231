package io.weir.engine.evaluate;

import io.weir.dsl.plan.ModelSignature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model asked for its score: where its inputs are computed, and what scores them. */
final class ScoreCall {

    private final ModelSignature signature;
    private final @Nullable LiveModel model;
    private final List<Program.Entry> inputs;
    private final double[] vector;

    /** A scorer with the revision that it was pushed as. */
    record LiveModel(Scorers.ModelScorer scorer, int revision) {}

    ScoreCall(ModelSignature signature, @Nullable LiveModel model, List<Program.Entry> inputs) {
        this.signature = signature;
        this.model = model;
        this.inputs = List.copyOf(inputs);
        this.vector = new double[inputs.size()];
    }

    String name() {
        return signature.name();
    }

    /** Null while no model is live. */
    @Nullable
    Integer revision() {
        return model == null ? null : model.revision();
    }

    int inputs() {
        return vector.length;
    }

    Program.Entry entry(int input) {
        return inputs.get(input);
    }

    /** A missing input makes the score missing; without a live model it is what the signature says. */
    void score(Frame f, int register) {
        if (model == null) {
            f.number(register, signature.otherwise());
            return;
        }
        for (int i = 0; i < vector.length; i++) {
            int input = inputs.get(i).register();
            if (!f.isPresent(input)) {
                f.missing(register);
                return;
            }
            vector[i] = f.asDouble(input);
        }
        f.number(register, model.scorer().score(vector));
    }
}
