package io.weir.engine.evaluate;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.plan.ModelSignature;
import io.weir.models.ModelProblem;
import io.weir.models.Scorer;
import io.weir.models.registry.CheckResult;
import io.weir.models.registry.CheckedModel;
import io.weir.models.registry.ModelCheck;
import java.util.stream.Collectors;

/** Reads the model packages that stand in the artifacts. */
public final class PackagedScorers implements Scorers {

    @Override
    public Scorer load(Artifact model, ModelSignature signature) {
        byte[] content = model.content();
        if (content == null) {
            throw new IllegalArgumentException("the artifact holds no package");
        }
        CheckResult result = ModelCheck.checkZip(content, checked(signature));
        return result.model()
                .map(CheckedModel::scorer)
                .orElseThrow(() -> new IllegalArgumentException(
                        result.problems().stream().map(ModelProblem::message).collect(Collectors.joining("; "))));
    }

    private static io.weir.models.registry.ModelSignature checked(ModelSignature signature) {
        return new io.weir.models.registry.ModelSignature(
                signature.name(),
                signature.inputs().stream().map(ModelSignature.Input::name).toList());
    }
}
