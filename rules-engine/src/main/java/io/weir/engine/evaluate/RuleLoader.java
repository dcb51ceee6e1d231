package io.weir.engine.evaluate;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.Follow;
import io.weir.dsl.plan.ModelSignature;
import io.weir.dsl.plan.PreviousEvent;
import io.weir.dsl.plan.RuleBody;
import io.weir.dsl.plan.RuleExpressions;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Score;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.plan.StreamSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes programs of plans, and remembers them by what they are made of. */
final class RuleLoader {

    private final Scorers scorers;
    private final RowSchemas schemas;
    private final Map<ArtifactId, RuleHealth> healths = new HashMap<>();
    private final Map<ArtifactId, LoadedRule> loaded = new HashMap<>();
    private final Map<ModelKey, Scorers.ModelScorer> models = new HashMap<>();

    private record ModelKey(ArtifactId model, ModelSignature signature) {}

    RuleLoader(Scorers scorers, RowSchemas schemas) {
        this.scorers = scorers;
        this.schemas = schemas;
    }

    RuleHealth health(ArtifactId rule) {
        return healths.computeIfAbsent(rule, RuleHealth::new);
    }

    /** Forgets what is loaded of a tenant but of these revisions. */
    void forgetAllBut(String tenant, Set<ArtifactId> kept) {
        loaded.keySet().removeIf(rule -> rule.tenant().equals(tenant) && !kept.contains(rule));
        Set<ArtifactId> asked = new HashSet<>();
        loaded.values().forEach(rule -> asked.addAll(rule.parts().models().values()));
        models.keySet().removeIf(key -> !asked.contains(key.model()));
    }

    /** Forgets the counters of all revisions of a tenant but these. */
    void forgetHealths(String tenant, Set<ArtifactId> kept) {
        healths.keySet().removeIf(rule -> rule.tenant().equals(tenant) && !kept.contains(rule));
    }

    Map<ArtifactId, RuleHealth> healths() {
        return healths;
    }

    /** Fails with the reason where the rule, or a model that it asks, cannot be loaded. */
    LoadedRule load(
            ControlState control, TenantTimeline timeline, References references, ArtifactId id, RulePlan plan) {
        RuleParts parts = parts(timeline, references, id, plan);
        LoadedRule known = loaded.get(id);
        if (known != null && known.parts().equals(parts)) {
            return known;
        }
        LoadedRule fresh = new LoadedRule(parts, health(id), schemas, score -> model(control, parts, score));
        loaded.put(id, fresh);
        return fresh;
    }

    private static RuleParts parts(TenantTimeline timeline, References references, ArtifactId id, RulePlan plan) {
        List<EpochStream> streams = new ArrayList<>();
        for (RulePlan.Trigger trigger : plan.on()) {
            streams.add(stream(timeline, trigger.stream().name()));
        }
        Map<String, ArtifactId> models = new HashMap<>();
        for (Score score : plan.scores()) {
            ArtifactId model = timeline.model(Slug.of(score.model().name()));
            if (model != null) {
                models.put(score.model().name(), model);
            }
        }
        Map<String, Integer> prompts = new HashMap<>();
        for (AlertAction action : plan.alerts()) {
            if (action.enrichedBy() != null) {
                String prompt = action.enrichedBy().name();
                prompts.put(prompt, timeline.names().promptRevisions().getOrDefault(prompt, 0));
            }
        }
        return new RuleParts(
                id,
                plan,
                streams,
                followers(timeline, plan),
                models,
                prompts,
                references.of(RuleExpressions.all(plan)));
    }

    private static List<EpochStream> followers(TenantTimeline timeline, RulePlan plan) {
        Follow follow = plan.body() instanceof RuleBody.When when ? when.follow() : null;
        return follow == null
                ? List.of()
                : follow.streams().stream()
                        .map(stream -> stream(timeline, stream.name()))
                        .toList();
    }

    /** The streams that a rule reads besides those that trigger it and those that its aggregates count. */
    static List<StreamSchema> others(RulePlan plan) {
        List<StreamSchema> others = new ArrayList<>();
        if (plan.body() instanceof RuleBody.When when && when.follow() != null) {
            others.addAll(when.follow().streams());
        }
        plan.alerts().stream()
                .map(AlertAction::given)
                .filter(Objects::nonNull)
                .forEach(context -> others.add(context.stream()));
        plan.previous().stream()
                .map(PreviousEvent::stream)
                .filter(Objects::nonNull)
                .forEach(others::add);
        return others;
    }

    static EpochStream stream(TenantTimeline timeline, String name) {
        EpochStream stream = timeline.names().streams().get(name);
        if (stream == null) {
            throw new IllegalArgumentException("stream " + name + " is not in force");
        }
        return stream;
    }

    private ScoreCall.@Nullable LiveModel model(ControlState control, RuleParts parts, Score score) {
        ArtifactId id = parts.models().get(score.model().name());
        if (id == null) {
            return null;
        }
        ModelKey key = new ModelKey(id, score.model());
        Scorers.ModelScorer scorer = models.get(key);
        if (scorer == null) {
            scorer = load(control, id, score.model());
            models.put(key, scorer);
        }
        return new ScoreCall.LiveModel(scorer, id.revision());
    }

    private Scorers.ModelScorer load(ControlState control, ArtifactId id, ModelSignature signature) {
        Artifact artifact = control.artifact(id);
        if (artifact == null) {
            throw new IllegalArgumentException("model " + id + " is not on the control topic");
        }
        try {
            return scorers.load(artifact, signature);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("model " + id + " cannot be loaded: " + e.getMessage(), e);
        }
    }
}
