package io.weir.engine.evaluate;

import io.weir.dsl.Environment;
import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.Slug;
import io.weir.dsl.plan.StreamSchema;
import io.weir.dsl.plan.TestPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A test's rule as the only one that is in force, since always, with models that answer what the test says. */
final class TestEpoch {

    private static final String TENANT = "default";

    private final Map<String, EpochStream> streams = new LinkedHashMap<>();
    private final ControlState control = new ControlState();
    private final RuleLoader loader;
    private final ArtifactId rule;
    private final Epoch epoch;

    private TestEpoch(TestPlan test) {
        RulePlan plan = test.rule();
        loader = new RuleLoader(
                (artifact, signature) -> inputs -> test.scores().getOrDefault(signature.name(), signature.otherwise()),
                this::schema);
        rule = new ArtifactId(TENANT, ArtifactKind.RULE, plan.slug(), 1);
        declared(test)
                .forEach(schema ->
                        streams.computeIfAbsent(schema.name(), any -> new EpochStream(schema, streams.size() + 1)));
        EpochNames names = new EpochNames(Set.of(), Environment.EMPTY, streams, Map.of(), Map.of());
        TenantTimeline timeline = TenantTimeline.of(
                TENANT,
                names,
                new PlannedRule(rule, ArtifactState.LIVE, PlannedRule.Planned.of(plan, TENANT)),
                models(test.scores().keySet()));
        epoch = new EpochAssembler(control, timeline, loader, new EpochCache(), new TestReferences(test)).assemble();
    }

    static TestEpoch of(TestPlan test) {
        return new TestEpoch(test);
    }

    private static Stream<StreamSchema> declared(TestPlan test) {
        RulePlan plan = test.rule();
        return Stream.of(
                        plan.on().stream().map(RulePlan.Trigger::stream),
                        plan.aggregates().stream().map(aggregate -> aggregate.stream()),
                        RuleLoader.others(plan).stream(),
                        test.rows().stream().map(TestPlan.Row::stream))
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

    /** Why the rule could not be loaded; null where it was. */
    @Nullable
    String problem() {
        return epoch.quarantined().get(rule);
    }

    /** What went wrong last while it was evaluated; null for nothing. */
    @Nullable
    String failure() {
        return status().lastError();
    }

    long heldBack() {
        return status().throttled();
    }

    private RuleStatus status() {
        return loader.health(rule).status(null, null);
    }
}
