package io.weir.dsl.contract;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is live, in shadow or paused of one tenant, by name, and which candidates stand beside it: folded release by release. One
 * thread owns an instance.
 */
public final class InForce {

    private final NavigableMap<ArtifactName, Change> live;
    private final NavigableMap<ArtifactName, Change> candidates;

    public InForce() {
        this(new TreeMap<>(), new TreeMap<>());
    }

    private InForce(NavigableMap<ArtifactName, Change> live, NavigableMap<ArtifactName, Change> candidates) {
        this.live = live;
        this.candidates = candidates;
    }

    public InForce copy() {
        return new InForce(new TreeMap<>(live), new TreeMap<>(candidates));
    }

    public void apply(Release release) {
        release.changes().forEach(this::apply);
    }

    public void apply(Change change) {
        ArtifactName name = change.artifact();
        if (change.state() == ArtifactState.RETIRED) {
            candidates.remove(name);
            if (!change.candidate()) {
                live.remove(name);
            }
        } else if (change.candidate()) {
            candidates.put(name, change);
        } else {
            live.put(name, change);
            Change beside = candidates.get(name);
            if (beside != null && beside.revision() == change.revision()) {
                candidates.remove(name);
            }
        }
    }

    /** Without candidates. */
    public NavigableMap<ArtifactName, Change> live() {
        return Collections.unmodifiableNavigableMap(live);
    }

    public NavigableMap<ArtifactName, Change> candidates() {
        return Collections.unmodifiableNavigableMap(candidates);
    }

    /** What the change would take the place of; null for nothing. */
    public @Nullable Change before(Change change) {
        return (change.candidate() ? candidates : live).get(change.artifact());
    }
}
