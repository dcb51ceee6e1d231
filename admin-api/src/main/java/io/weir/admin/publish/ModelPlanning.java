package io.weir.admin.publish;

import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemDetails;
import io.weir.admin.problem.ProblemException;
import io.weir.dsl.Compilation;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.plan.ModelSignature;
import io.weir.dsl.plan.Slug;
import io.weir.models.ModelPackage;
import io.weir.models.registry.CheckResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A pushed model, as a plan. */
final class ModelPlanning {

    /** So that it fits into one record of the control topic. */
    static final int MAX_BYTES = 512 << 10;

    private ModelPlanning() {}

    static Checked plan(LiveSet live, String model, byte[] zip) {
        ModelSignature signature = signature(live, model);
        CheckResult result = SignatureCheck.check(zip, signature);
        if (!result.ok()) {
            throw new ProblemException(ProblemCode.MODEL_INVALID, "The model does not pass its checks")
                    .detail(ProblemDetails.PROBLEMS, SignatureCheck.asDetail(result.problems()));
        }
        // Packed again: the same files are the same bytes, whoever zipped them.
        ModelPackage files = ModelPackage.ofZip(zip);
        ArtifactName name = new ArtifactName(ArtifactKind.MODEL, Slug.of(model));
        List<Planned> plan = isLive(live, name, files.sha256())
                ? List.of()
                : List.of(Planned.model(name, signature.name(), requireSmall(files.toZip()), files.sha256()));
        return new Checked(List.of(), plan, Set.of());
    }

    private static ModelSignature signature(LiveSet live, String model) {
        LiveSet.Entry entry = live.get(new ArtifactName(ArtifactKind.SIGNATURE, Slug.of(model)));
        if (entry == null || !entry.artifact().title().equals(model)) {
            throw new ProblemException(ProblemCode.MODEL_UNKNOWN, "No model named '" + model + "' is declared")
                    .help(help(live, model));
        }
        Compilation compilation = RuleCompiler.compile(List.of(new Source(
                entry.name().toString(), String.valueOf(entry.artifact().text()))));
        return compilation.environment().models().values().stream().findFirst().orElseThrow();
    }

    private static String help(LiveSet live, String model) {
        String declared = live.of(ArtifactKind.SIGNATURE)
                .map(entry -> entry.artifact().title())
                .collect(Collectors.joining(", "));
        String publish =
                "publish its declaration first: model " + model + " given …: float returns probability else 0.0";
        return declared.isEmpty() ? publish : publish + "; declared are: " + declared;
    }

    private static boolean isLive(LiveSet live, ArtifactName name, String sha256) {
        LiveSet.Entry entry = live.get(name);
        return entry != null
                && entry.state() == ArtifactState.LIVE
                && entry.artifact().sha256().equals(sha256);
    }

    private static byte[] requireSmall(byte[] zip) {
        if (zip.length > MAX_BYTES) {
            throw new ProblemException(
                    ProblemCode.TOO_LARGE,
                    "The model takes " + (zip.length >> 10) + " kB packed, more than " + (MAX_BYTES >> 10) + " kB");
        }
        return zip;
    }
}
