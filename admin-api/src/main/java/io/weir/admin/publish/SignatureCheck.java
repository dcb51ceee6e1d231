package io.weir.admin.publish;

import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemDetails;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.plan.ModelSignature;
import io.weir.dsl.plan.Slug;
import io.weir.models.ModelProblem;
import io.weir.models.registry.CheckResult;
import io.weir.models.registry.ModelCheck;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Holds models against the declarations that ask for them. */
final class SignatureCheck {

    private SignatureCheck() {}

    static CheckResult check(byte[] zip, ModelSignature signature) {
        List<String> inputs =
                signature.inputs().stream().map(ModelSignature.Input::name).toList();
        return ModelCheck.checkZip(zip, new io.weir.models.registry.ModelSignature(signature.name(), inputs));
    }

    /** As a client reads them. */
    static List<Map<String, String>> asDetail(List<ModelProblem> problems) {
        return problems.stream()
                .map(problem -> Map.of("code", problem.code().code(), "message", problem.message()))
                .toList();
    }

    /** A changed declaration must still fit the model that is live for it, or the next event would find no scorer. */
    static void requireModelsFit(LiveSet live, Set<ArtifactName> retired, PackCheck check) {
        for (ModelSignature signature :
                check.compilation().environment().models().values()) {
            String slug = Slug.of(signature.name());
            LiveSet.Entry model = live.get(new ArtifactName(ArtifactKind.MODEL, slug));
            boolean declared = check.declared().containsKey(new ArtifactName(ArtifactKind.SIGNATURE, slug));
            if (declared && model != null && !retired.contains(model.name())) {
                requireFits(signature, model);
            }
        }
    }

    private static void requireFits(ModelSignature signature, LiveSet.Entry model) {
        CheckResult result = check(Objects.requireNonNull(model.artifact().content()), signature);
        if (!result.ok()) {
            throw new ProblemException(
                            ProblemCode.MODEL_INVALID,
                            "The live model '" + signature.name() + "' does not fit its new declaration")
                    .help("retire it in the same publish (\"model/"
                            + model.name().name()
                            + "\"), then push one that fits; until then the declaration's 'else' stands in")
                    .detail(ProblemDetails.PROBLEMS, asDetail(result.problems()));
        }
    }
}
