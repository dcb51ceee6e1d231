package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes epochs of releases. What did not change between two releases is compiled once, so a small release costs little whatever
 * the number of rules. It holds the rules' counters too: they go on from epoch to epoch.
 *
 * <p>One task of an operator has one; it, its epochs, and the routers and evaluators that use them belong to one thread.
 */
public final class EpochCompiler {

    private final Planner planner = new Planner();
    private final KnownSchemas schemas = new KnownSchemas();
    private final RuleLoader loader;
    private final Map<String, TenantTimeline> timelines = new HashMap<>();
    private final Map<String, EpochCache> caches = new HashMap<>();

    public EpochCompiler(Scorers scorers) {
        loader = new RuleLoader(scorers, schemas);
    }

    /** Never fails for what an artifact holds: that is quarantined in the epoch. */
    public Epoch compile(ControlState control, Release release) {
        String tenant = release.tenant();
        TenantTimeline newest = timelines.computeIfAbsent(tenant, any -> new TenantTimeline(tenant, planner, control));
        if (release.epoch() < newest.epoch()) {
            TenantTimeline older = new TenantTimeline(tenant, planner, control).upTo(control, release.epoch());
            return assemble(control, older, cache(tenant).next());
        }
        newest.upTo(control, release.epoch());
        EpochCache next = cache(tenant).next();
        Epoch epoch = assemble(control, newest, next);
        caches.put(tenant, next.settled());
        loader.forgetAllBut(tenant, newest.ruleIds());
        return epoch;
    }

    /** Compiles what a prepared publish would bring, so that its release costs little. It is not in force: route nothing by it. */
    public Epoch prepare(ControlState control, Prepare prepare) {
        String tenant = prepare.tenant();
        TenantTimeline timeline = timelines
                .computeIfAbsent(tenant, any -> new TenantTimeline(tenant, planner, control))
                .copy()
                .upTo(control, prepare.epoch() - 1);
        Long from = prepare.requestedFrom();
        timeline.fold(control, release(prepare, from == null ? timeline.effectiveFrom() : from));
        EpochCache next = cache(tenant).next();
        Epoch epoch = assemble(control, timeline, next);
        caches.put(tenant, cache(tenant).with(next));
        return epoch;
    }

    private static Release release(Prepare prepare, long effectiveFrom) {
        return new Release(
                prepare.tenant(),
                prepare.epoch(),
                prepare.epoch() - 1,
                "",
                prepare.deadline(),
                "",
                effectiveFrom,
                Release.Mode.AS_OF,
                prepare.changes(),
                prepare.writeId());
    }

    private EpochCache cache(String tenant) {
        return caches.computeIfAbsent(tenant, any -> new EpochCache());
    }

    private Epoch assemble(ControlState control, TenantTimeline timeline, EpochCache cache) {
        schemas.readFrom(control);
        return new EpochAssembler(control, timeline, loader, cache).assemble();
    }

    /** Drops what only epochs before this one needed. */
    public void forgetBefore(String tenant, long epoch) {
        TenantTimeline newest = timelines.get(tenant);
        if (newest != null && epoch >= newest.epoch()) {
            loader.forgetHealths(tenant, newest.ruleIds());
        }
    }

    /** One entry for each rule revision that was in force and may still be evaluated, with its counters since the start. */
    public List<RuleStatus> statuses() {
        return loader.healths().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(ArtifactId::toString)))
                .map(entry -> entry.getValue().status())
                .toList();
    }
}
