package io.weir.engine.operator;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.plan.ModelSignature;
import io.weir.engine.evaluate.Scorers;
import io.weir.models.ModelProblem;
import io.weir.models.Scorer;
import io.weir.models.registry.CheckResult;
import io.weir.models.registry.ModelCheck;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Pushed models as scorers, each unpacked once in a process however many tasks ask for it. */
final class PushedModels implements Scorers {

    private static final Map<String, SoftReference<Scorer>> LOADED = new ConcurrentHashMap<>();

    @Override
    public ModelScorer load(Artifact model, ModelSignature signature) {
        return scorer(model, signature)::score;
    }

    private static Scorer scorer(Artifact model, ModelSignature signature) {
        // The same package may stand behind another signature, and has to be checked against that one too.
        String name = model.sha256() + "/" + signature.inputs().size();
        SoftReference<Scorer> known = LOADED.get(name);
        Scorer scorer = known == null ? null : known.get();
        if (scorer == null) {
            scorer = unpack(model, signature);
            LOADED.put(name, new SoftReference<>(scorer));
        }
        return scorer;
    }

    private static Scorer unpack(Artifact model, ModelSignature signature) {
        byte[] content = model.content();
        if (content == null) {
            throw new IllegalArgumentException("model " + model.id() + " has no content");
        }
        CheckResult result = ModelCheck.checkZip(content, registrySignature(signature));
        return result.model()
                .orElseThrow(() -> new IllegalArgumentException(
                        result.problems().stream().map(ModelProblem::toString).collect(Collectors.joining("; "))))
                .scorer();
    }

    private static io.weir.models.registry.ModelSignature registrySignature(ModelSignature signature) {
        return new io.weir.models.registry.ModelSignature(
                signature.name(),
                signature.inputs().stream().map(ModelSignature.Input::name).toList());
    }
}
