package io.weir.engine.evaluate;

import io.weir.dsl.Compilation;
import io.weir.dsl.Environment;
import io.weir.dsl.RuleCompiler;
import io.weir.dsl.Source;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.diagnostic.Diagnostic;
import io.weir.dsl.plan.PromptPlan;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.plan.StreamSchema;
import io.weir.engine.evaluate.PlannedRule.Planned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes plans of artifacts' texts; a text is compiled again only where what it may name has changed. */
final class Planner {

    /** How many sets of names are remembered with their plans. */
    private static final int REMEMBERED = 4;

    private final Map<Set<ArtifactId>, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<ArtifactId>, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Known(EpochNames names, Map<ArtifactId, Planned> plans) {}

    private final Lane lane;

    /** @param lane whose rules are asked for; others' need not have plans */
    Planner(Lane lane) {
        this.lane = lane;
    }

    /** @param artifacts the streams, lists, signatures and prompts in force */
    EpochNames names(ControlState control, Set<ArtifactId> artifacts) {
        return known(control, artifacts).names();
    }

    private Known known(ControlState control, Set<ArtifactId> artifacts) {
        Known existing = known.get(artifacts);
        if (existing == null) {
            existing = new Known(compile(control, artifacts), new HashMap<>());
            known.put(artifacts, existing);
        }
        return existing;
    }

    /** A rule's revision among those names, as a release puts it in force. */
    PlannedRule plan(ControlState control, EpochNames names, String tenant, Change change) {
        ArtifactId rule = change.id(tenant);
        Planned planned = known(control, names.artifacts())
                .plans()
                .computeIfAbsent(rule, any -> plan(control.artifact(rule), rule, names.environment()));
        PlannedRule plan = new PlannedRule(rule, change.state(), planned);
        return change.backfill() == null ? plan : plan.filledBy(change.backfill());
    }

    private Planned plan(@Nullable Artifact artifact, ArtifactId id, Environment environment) {
        if (artifact == null || artifact.text() == null) {
            return Planned.broken("the control topic has no text of it");
        } else if (!lane.mayHold(artifact.text())) {
            return Planned.ELSEWHERE;
        }
        Compilation compiled = RuleCompiler.compile(environment, List.of(new Source(id.toString(), artifact.text())));
        if (compiled.rules().size() != 1) {
            return Planned.broken(problem(compiled, id));
        }
        try {
            return Planned.of(compiled.rules().get(0), id.tenant());
        } catch (IllegalArgumentException e) {
            return Planned.broken(String.valueOf(e.getMessage()));
        }
    }

    private static String problem(Compilation compiled, ArtifactId id) {
        return compiled.diagnostics().stream()
                .filter(diagnostic ->
                        diagnostic.isError() && diagnostic.place().file().equals(id.toString()))
                .map(Diagnostic::message)
                .findFirst()
                .orElse("it declares no rule");
    }

    private static EpochNames compile(ControlState control, Set<ArtifactId> artifacts) {
        List<Source> sources = new ArrayList<>();
        Map<ArtifactId, String> problems = new HashMap<>();
        for (ArtifactId id : new TreeSet<>(
                        artifacts.stream().map(ArtifactId::toString).toList())
                .stream().flatMap(text -> ArtifactId.parse(text).stream()).toList()) {
            Artifact artifact = control.artifact(id);
            if (artifact == null || artifact.text() == null) {
                problems.put(id, "the control topic has no text of it");
            } else {
                sources.add(new Source(id.toString(), artifact.text()));
            }
        }
        Compilation compiled = RuleCompiler.compile(sources);
        for (ArtifactId id : artifacts) {
            boolean broken = compiled.diagnostics().stream()
                    .anyMatch(diagnostic ->
                            diagnostic.isError() && diagnostic.place().file().equals(id.toString()));
            if (broken) {
                problems.put(id, problem(compiled, id));
            }
        }
        return new EpochNames(
                Set.copyOf(artifacts),
                compiled.environment(),
                streams(control, artifacts, compiled.environment()),
                prompts(artifacts, compiled.environment()),
                problems);
    }

    private static Map<String, EpochStream> streams(
            ControlState control, Set<ArtifactId> artifacts, Environment environment) {
        Map<String, EpochStream> streams = new HashMap<>();
        streams.put(AlertStream.STREAM.schema().name(), AlertStream.STREAM);
        for (StreamSchema schema : environment.streams().values()) {
            for (ArtifactId id : artifacts) {
                Artifact artifact = control.artifact(id);
                if (artifact != null && names(id, ArtifactKind.STREAM, schema.name())) {
                    streams.put(schema.name(), new EpochStream(schema, artifact.schemaId()));
                }
            }
        }
        return streams;
    }

    private static Map<String, Integer> prompts(Set<ArtifactId> artifacts, Environment environment) {
        Map<String, Integer> prompts = new HashMap<>();
        for (PromptPlan prompt : environment.prompts().values()) {
            for (ArtifactId id : artifacts) {
                if (names(id, ArtifactKind.PROMPT, prompt.name())) {
                    prompts.put(prompt.name(), id.revision());
                }
            }
        }
        return prompts;
    }

    private static boolean names(ArtifactId id, ArtifactKind kind, String name) {
        return id.kind() == kind && id.name().equals(Slug.of(name));
    }
}
