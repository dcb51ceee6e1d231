package io.weir.engine.kafka;

import io.weir.dsl.contract.Artifact;
import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.plan.StreamSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The streams of all tenants as their latest releases declare them. Each declaration is read once. */
final class DeclaredStreams {

    private final Function<Artifact, Optional<StreamSchema>> compile;
    private final Map<ArtifactId, Optional<StreamSchema>> schemas = new HashMap<>();

    /** @param compile empty for a declaration that cannot be read: it has no events */
    DeclaredStreams(Function<Artifact, Optional<StreamSchema>> compile) {
        this.compile = compile;
    }

    Map<String, List<StreamFeed>> byTopic(ControlState control, Predicate<String> tenants) {
        Map<String, List<StreamFeed>> byTopic = new HashMap<>();
        for (String tenant : control.tenants()) {
            if (tenants.test(tenant)) {
                add(control, tenant, byTopic);
            }
        }
        return Map.copyOf(byTopic);
    }

    private void add(ControlState control, String tenant, Map<String, List<StreamFeed>> byTopic) {
        for (Change change : control.live(tenant).values()) {
            if (change.kind() == ArtifactKind.STREAM) {
                schema(control, change.id(tenant))
                        .ifPresent(schema -> byTopic.computeIfAbsent(schema.topic(), any -> new ArrayList<>())
                                .add(StreamFeed.of(tenant, schema)));
            }
        }
    }

    private Optional<StreamSchema> schema(ControlState control, ArtifactId id) {
        Artifact artifact = control.artifact(id);
        return artifact == null ? Optional.empty() : schemas.computeIfAbsent(id, any -> compile.apply(artifact));
    }
}
