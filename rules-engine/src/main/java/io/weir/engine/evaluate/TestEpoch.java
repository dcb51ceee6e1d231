package io.weir.engine.evaluate;

import io.weir.dsl.Environment;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import io.weir.dsl.plan.BuiltIn;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TestPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules of a test as the only ones that are in force, since always, with models that answer what the test says. */
final class TestEpoch {

    private static final String TENANT = "default";

    private final Map<String, EpochStream> streams = new LinkedHashMap<>();
    private final ControlState control = new ControlState();
    private final RuleLoader loader;
    private final List<ArtifactId> rules;
    private final Epoch epoch;

    private TestEpoch(TestPlan test, List<RulePlan> plans) {
        loader = new RuleLoader(
                (artifact, signature) -> inputs -> test.scores().getOrDefault(signature.name(), signature.otherwise()),
                this::schema);
        rules = plans.stream().map(TestEpoch::id).toList();
        declared(test, plans).forEach(schema -> streams.computeIfAbsent(schema.name(), any -> numbered(schema)));
        EpochNames names = new EpochNames(Set.of(), Environment.EMPTY, streams, Map.of(), Map.of());
        TenantTimeline timeline = TenantTimeline.of(
                TENANT,
                names,
                plans.stream()
                        .map(plan ->
                                new PlannedRule(id(plan), ArtifactState.LIVE, PlannedRule.Planned.of(plan, TENANT)))
                        .toList(),
                models(test.scores().keySet()));
        Lane lane = plans.isEmpty() ? Lane.EVENTS : Lane.of(plans.get(0));
        epoch = new EpochAssembler(lane, control, timeline, loader, new EpochCache(), new TestReferences(test))
                .assemble();
    }

    /** @param plans all of one lane */
    static TestEpoch of(TestPlan test, List<RulePlan> plans) {
        return new TestEpoch(test, plans);
    }

    private static ArtifactId id(RulePlan plan) {
        return new ArtifactId(TENANT, ArtifactKind.RULE, plan.slug(), 1);
    }

    private EpochStream numbered(StreamSchema schema) {
        return BuiltIn.isAlerts(schema) ? AlertStream.STREAM : new EpochStream(schema, streams.size() + 1);
    }

    private static Stream<StreamSchema> declared(TestPlan test, List<RulePlan> plans) {
        return Stream.concat(
                plans.stream().flatMap(TestEpoch::read), test.rows().stream().map(TestPlan.Row::stream));
    }

    private static Stream<StreamSchema> read(RulePlan plan) {
        return Stream.of(
                        plan.on().stream().map(RulePlan.Trigger::stream),
                        plan.aggregates().stream().map(aggregate -> aggregate.stream()),
                        RuleLoader.others(plan).stream())
                .flatMap(each -> each);
    }

    private List<Change> models(Set<String> names) {
        List<Change> models = new ArrayList<>();
        for (String name : names) {
            String slug = Slug.of(name);
            ArtifactId id = new ArtifactId(TENANT, ArtifactKind.MODEL, slug, 1);
            control.apply(new Artifact(id, name, null, new byte[0], 0, "", "", Instant.EPOCH));
            models.add(new Change(ArtifactKind.MODEL, slug, 1, ArtifactState.LIVE));
        }
        return models;
    }

    Epoch epoch() {
        return epoch;
    }

    private @Nullable StreamSchema schema(int schemaId) {
        return streams.values().stream()
                .filter(stream -> stream.schemaId() == schemaId)
                .map(EpochStream::schema)
                .findFirst()
                .orElse(null);
    }

    EpochStream stream(StreamSchema schema) {
        EpochStream stream = streams.get(schema.name());
        if (stream == null) {
            throw new IllegalStateException("No stream " + schema.name() + " (DEVELOPER)");
        }
        return stream;
    }

    /** Why a rule could not be loaded; null where all were. */
    @Nullable
    String problem() {
        return rules.stream()
                .map(epoch.quarantined()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What went wrong last while they were evaluated; null for nothing. */
    @Nullable
    String failure() {
        return statuses()
                .map(RuleStatus::lastError)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    long heldBack() {
        return statuses().mapToLong(RuleStatus::throttled).sum();
    }

    private Stream<RuleStatus> statuses() {
        return rules.stream().map(rule -> loader.health(rule).status(null, null));
    }
}
