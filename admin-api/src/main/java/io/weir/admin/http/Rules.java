package io.weir.admin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.javalin.http.Context;
import io.weir.admin.http.ReleaseAnswer.ChangeAnswer;
import io.weir.admin.publish.LiveSet;
import io.weir.admin.publish.Validation;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.diagnostic.DiagnosticJson;
import io.weir.dsl.diagnostic.Renderer;
import io.weir.dsl.plan.RulePlan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checking sources, and what is in force. */
final class Rules {

    private final Services services;

    Rules(Services services) {
        this.services = services;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ValidationAnswer(
            boolean ok,
            ArrayNode diagnostics,
            String rendered,
            @Nullable JsonNode refusal,
            List<ChangeAnswer> changes) {

        static ValidationAnswer of(Validation validation) {
            return new ValidationAnswer(
                    validation.ok(),
                    DiagnosticJson.of(validation.diagnostics()),
                    Renderer.plain().render(validation.diagnostics()),
                    validation.refusal() == null ? null : Problems.json(validation.refusal()),
                    validation.changes().stream().map(ChangeAnswer::of).toList());
        }
    }

    record RulesAnswer(String tenant, long epoch, List<DeclarationAnswer.Rule> rules) {}

    record DeclarationsAnswer(String tenant, long epoch, List<DeclarationAnswer> declarations) {}

    record ModelsAnswer(String tenant, long epoch, List<ModelAnswer> models) {}

    void validate(Context request) {
        Bodies.Validate body = Bodies.json(request, Bodies.Validate.class);
        request.json(ValidationAnswer.of(services.publisher().validate(Params.tenant(request), body.read())));
    }

    void list(Context request) {
        LiveSet live = live(request);
        Map<ArtifactId, RulePlan> plans = services.catalog().plans(live);
        Map<String, RuleStatusAnswer> statuses =
                RuleStatusAnswer.byRevision(services.board().engines(), live.tenant());
        List<DeclarationAnswer.Rule> rules = Stream.concat(
                        live.of(ArtifactKind.RULE), live.candidates().values().stream())
                .sorted(Comparator.comparing(entry -> entry.name().name()))
                .map(entry -> DeclarationAnswer.Rule.of(
                        entry, plans.get(entry.artifact().id()), status(statuses, entry)))
                .toList();
        request.json(new RulesAnswer(live.tenant(), live.epoch(), rules));
    }

    private static RuleStatusAnswer status(Map<String, RuleStatusAnswer> statuses, LiveSet.Entry entry) {
        String key =
                RuleStatusAnswer.key(entry.name().name(), entry.artifact().id().revision());
        return statuses.getOrDefault(key, RuleStatusAnswer.NONE);
    }

    void declarations(Context request) {
        LiveSet live = live(request);
        request.json(new DeclarationsAnswer(
                live.tenant(),
                live.epoch(),
                live.declarations().map(DeclarationAnswer::of).toList()));
    }

    void models(Context request) {
        LiveSet live = live(request);
        request.json(new ModelsAnswer(live.tenant(), live.epoch(), ModelAnswer.all(live)));
    }

    private LiveSet live(Context request) {
        return services.publisher().live(Params.tenant(request));
    }
}
