package io.weir.dsl.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The control topic, folded in its own order: which artifacts there are, which releases, and so what is in force at any epoch.
 * Reading a part of the topic twice changes nothing. One thread owns an instance.
 */
public final class ControlState {

    private final Map<ArtifactId, Artifact> artifacts = new HashMap<>();
    private final Map<ArtifactTitle, Integer> newest = new HashMap<>();
    private final Map<String, Tenant> tenants = new TreeMap<>();
    private final Map<Integer, Artifact> bySchemaId = new HashMap<>();
    private int highestSchemaId;

    private record ArtifactTitle(String tenant, ArtifactName name) {}

    private static final class Tenant {
        final List<Release> releases = new ArrayList<>();
        final InForce inForce = new InForce();

        @Nullable
        Prepare prepare;
    }

    public void apply(ControlRecord record) {
        if (record instanceof Artifact artifact) {
            applyArtifact(artifact);
        } else if (record instanceof Release release) {
            applyRelease(release);
        } else if (record instanceof Prepare prepare) {
            tenant(prepare.tenant()).prepare = prepare;
        }
    }

    private void applyArtifact(Artifact artifact) {
        artifacts.put(artifact.id(), artifact);
        ArtifactTitle title =
                new ArtifactTitle(artifact.id().tenant(), artifact.id().artifact());
        newest.merge(title, artifact.id().revision(), Math::max);
        highestSchemaId = Math.max(highestSchemaId, artifact.schemaId());
        if (artifact.schemaId() > 0) {
            bySchemaId.put(artifact.schemaId(), artifact);
        }
    }

    private void applyRelease(Release release) {
        Tenant tenant = tenant(release.tenant());
        long current = epoch(release.tenant());
        if (release.epoch() <= current) {
            return;
        }
        if (release.epoch() != current + 1 || release.parent() != current) {
            throw new IllegalStateException("Release " + release.key() + " names parent " + release.parent()
                    + ", but the control topic stands at " + current
                    + ": records of it are missing (OPERATOR: restore the topic from its backup)");
        }
        tenant.releases.add(release);
        tenant.inForce.apply(release);
    }

    private Tenant tenant(String name) {
        return tenants.computeIfAbsent(name, any -> new Tenant());
    }

    public Set<String> tenants() {
        return new TreeSet<>(tenants.keySet());
    }

    public @Nullable Artifact artifact(ArtifactId id) {
        return artifacts.get(id);
    }

    /** The highest revision that was ever written of it, released or not; 0 where there is none. */
    public int newestRevision(String tenant, ArtifactName name) {
        return newest.getOrDefault(new ArtifactTitle(tenant, name), 0);
    }

    /** The stream's revision whose rows carry that schema id, in force or not. */
    public @Nullable Artifact streamOf(int schemaId) {
        return bySchemaId.get(schemaId);
    }

    /** The highest schema id in use, 0 where there is none. */
    public int highestSchemaId() {
        return highestSchemaId;
    }

    /** The tenant's latest epoch, 0 before its first release. */
    public long epoch(String tenant) {
        List<Release> releases = releases(tenant);
        return releases.isEmpty() ? 0 : releases.get(releases.size() - 1).epoch();
    }

    /** By epoch, the first first. */
    public List<Release> releases(String tenant) {
        Tenant known = tenants.get(tenant);
        return known == null ? List.of() : Collections.unmodifiableList(known.releases);
    }

    public @Nullable Release release(String tenant, long epoch) {
        List<Release> releases = releases(tenant);
        return epoch < 1 || epoch > releases.size() ? null : releases.get((int) epoch - 1);
    }

    /** The tenant's publish that waits for its second phase, if one does. */
    public @Nullable Prepare pending(String tenant) {
        Tenant known = tenants.get(tenant);
        Prepare prepare = known == null ? null : known.prepare;
        boolean waits =
                prepare != null && prepare.status() == Prepare.Status.PENDING && prepare.epoch() == epoch(tenant) + 1;
        return waits ? prepare : null;
    }

    /** What is live, in shadow or paused at the latest epoch, by name. */
    public NavigableMap<ArtifactName, Change> live(String tenant) {
        Tenant known = tenants.get(tenant);
        return known == null ? new TreeMap<>() : known.inForce.live();
    }

    /** The candidates that stand beside what is live at the latest epoch, by name. */
    public NavigableMap<ArtifactName, Change> candidates(String tenant) {
        Tenant known = tenants.get(tenant);
        return known == null ? new TreeMap<>() : known.inForce.candidates();
    }

    /** The same at an earlier epoch; time and memory grow with the epoch. */
    public NavigableMap<ArtifactName, Change> liveAt(String tenant, long epoch) {
        InForce inForce = new InForce();
        for (Release release : releases(tenant)) {
            if (release.epoch() > epoch) {
                break;
            }
            inForce.apply(release);
        }
        return inForce.live();
    }

    /** The same with a prepared publish on top: what would be in force were it committed. */
    public NavigableMap<ArtifactName, Change> liveWith(Prepare prepare) {
        InForce inForce = tenant(prepare.tenant()).inForce.copy();
        inForce.apply(asRelease(prepare));
        return inForce.live();
    }

    private static Release asRelease(Prepare prepare) {
        return new Release(
                prepare.tenant(),
                prepare.epoch(),
                prepare.epoch() - 1,
                "",
                prepare.deadline(),
                "",
                prepare.requestedFrom(),
                Release.Mode.AS_OF,
                prepare.changes(),
                prepare.writeId());
    }
}
