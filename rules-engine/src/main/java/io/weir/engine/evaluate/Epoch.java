package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is in force from one release on, compiled. It belongs to the thread of the {@link EpochCompiler} that made it. */
public final class Epoch {

    private final String tenant;
    private final long number;
    private final long effectiveFrom;
    private final List<EpochStream> streams;
    private final Map<ArtifactId, String> quarantined;
    private final Map<Integer, StreamRoute> routes;
    private final Map<Long, KeyPlan> keys;
    private final boolean watchesAlerts;

    Epoch(
            String tenant,
            long number,
            long effectiveFrom,
            List<EpochStream> streams,
            Map<ArtifactId, String> quarantined,
            Map<Integer, StreamRoute> routes,
            Map<Long, KeyPlan> keys,
            boolean watchesAlerts) {
        this.tenant = tenant;
        this.number = number;
        this.effectiveFrom = effectiveFrom;
        this.streams = List.copyOf(streams);
        this.quarantined = Map.copyOf(quarantined);
        this.routes = Map.copyOf(routes);
        this.keys = Map.copyOf(keys);
        this.watchesAlerts = watchesAlerts;
    }

    public String tenant() {
        return tenant;
    }

    public long number() {
        return number;
    }

    /** The first event time that belongs to it; {@code Long.MIN_VALUE}: since always. */
    public long effectiveFrom() {
        return effectiveFrom;
    }

    public List<EpochStream> streams() {
        return streams;
    }

    /** Artifacts that could not be loaded, each with its reason; the others live. */
    public Map<ArtifactId, String> quarantined() {
        return quarantined;
    }

    /** Whether any rule looks at alerts, of whatever lane the epoch is. */
    public boolean watchesAlerts() {
        return watchesAlerts;
    }

    /** Null where no rule looks at the stream. */
    @Nullable
    StreamRoute route(int schemaId) {
        return routes.get(schemaId);
    }

    /** Null where no rule has keys of that spec. */
    @Nullable
    KeyPlan keyPlan(long specHash) {
        return keys.get(specHash);
    }
}
