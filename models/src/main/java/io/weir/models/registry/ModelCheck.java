package io.weir.models.registry;

import static java.util.Comparator.comparing;

import io.weir.models.MalformedPackageException;
import io.weir.models.ModelPackage;
import io.weir.models.ModelProblem;
import io.weir.models.ModelProblemCode;
import io.weir.models.flinkml.FlinkMlModel;
import io.weir.models.flinkml.FlinkMlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate before activation.
 *
 * <pre>{@code
 * CheckResult result = ModelCheck.checkZip(pushed, new ModelSignature("fraud", List.of("amount", "velocity")));
 * result.model().ifPresentOrElse(this::activate, () -> refuse(result.problems()));
 * }</pre>
 */
public final class ModelCheck {
    private ModelCheck() {}

    /** As {@link #check}, of bytes from outside that should be a zip. */
    public static CheckResult checkZip(byte[] zip, ModelSignature signature) {
        try {
            return check(ModelPackage.ofZip(zip), signature);
        } catch (MalformedPackageException e) {
            return CheckResult.refused(List.of(e.problem()));
        }
    }

    /** Reads the package and holds it against the signature; everything wrong with it is in the result. */
    public static CheckResult check(ModelPackage files, ModelSignature signature) {
        List<ModelProblem> problems = new ArrayList<>();
        Optional<FlinkMlModel> model = FlinkMlReader.read(files, problems::add);
        model.ifPresent(read -> checkInputs(read, signature, problems));
        if (model.isEmpty() || !problems.isEmpty()) {
            problems.sort(comparing(ModelProblem::code));
            return CheckResult.refused(problems);
        }
        return CheckResult.ready(new CheckedModel(
                model.get().scorer(), files.sha256(), model.get().className()));
    }

    private static void checkInputs(FlinkMlModel model, ModelSignature signature, List<ModelProblem> problems) {
        int takes = model.scorer().inputs();
        int declared = signature.inputs().size();
        if (takes != declared) {
            String hint = takes == declared + 1
                    ? "; if the last coefficient is an intercept, declare a last input that is always 1"
                    : "";
            problems.add(new ModelProblem(
                    ModelProblemCode.INPUT_COUNT,
                    "the model has " + takes + " coefficients, but \"" + signature.name() + "\" is declared with "
                            + declared + " inputs (" + String.join(", ", signature.inputs()) + ")" + hint));
        }
    }
}
