package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes epochs of releases. What did not change between two releases is compiled once, so a small release costs little whatever
 * the number of rules. It holds the rules' counters too: they go on from epoch to epoch.
 *
 * <p>One task of an operator has one; it, its epochs, and the routers and evaluators that use them belong to one thread.
 */
public final class EpochCompiler {

    private final Lane lane;
    private final Planner planner;
    private final KnownSchemas schemas = new KnownSchemas();
    private final RuleLoader loader;
    private final Map<String, TenantTimeline> timelines = new HashMap<>();
    private final Map<String, EpochCache> caches = new HashMap<>();
    private final Map<String, List<String>> problems = new TreeMap<>();
    private final ReferenceLoader references;

    /** For rules over events that read no table. */
    public EpochCompiler(Scorers scorers) {
        this(Lane.EVENTS, scorers, Tables.empty());
    }

    /** @param lane whose rules its epochs have */
    public EpochCompiler(Lane lane, Scorers scorers, Tables tables) {
        this.lane = lane;
        planner = new Planner(lane);
        loader = new RuleLoader(scorers, schemas);
        references = new ReferenceLoader(tables);
    }

    /** Never fails for what an artifact holds: that is quarantined in the epoch. */
    public Epoch compile(ControlState control, Release release) {
        String tenant = release.tenant();
        TenantTimeline newest = timelines.computeIfAbsent(tenant, any -> new TenantTimeline(tenant, planner, control));
        if (release.epoch() < newest.epoch()) {
            TenantTimeline older = new TenantTimeline(tenant, planner, control).upTo(control, release.epoch());
            return assemble(references(control, older), older, cache(tenant).next());
        }
        newest.upTo(control, release.epoch());
        EpochCache next = cache(tenant).next();
        EpochReferences read = references(control, newest);
        Epoch epoch = assemble(read, newest, next);
        problems.put(tenant, read.problems());
        caches.put(tenant, next.settled());
        references.forgetAllBut(tenant, newest.entries());
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
        Epoch epoch = assemble(references(control, timeline), timeline, next);
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

    private EpochReferences references(ControlState control, TenantTimeline timeline) {
        return new EpochReferences(control, timeline, references);
    }

    private Epoch assemble(EpochReferences read, TenantTimeline timeline, EpochCache cache) {
        schemas.readFrom(read.control());
        return new EpochAssembler(lane, read.control(), timeline, loader, cache, read).assemble();
    }

    /** What the owners of lists and tables should know. */
    public List<String> problems() {
        return problems.values().stream().flatMap(List::stream).toList();
    }

    /** The tables that its epochs read. */
    public Collection<TableStore> tables() {
        return references.tables();
    }

    /** Drops what only epochs before this one needed. */
    public void forgetBefore(String tenant, long epoch) {
        TenantTimeline newest = timelines.get(tenant);
        if (newest != null && epoch >= newest.epoch()) {
            loader.forgetHealths(tenant, newest.ruleIds());
        }
    }

    /**
     * One entry for each rule revision that was in force and may still be evaluated, with its counters since the start.
     *
     * @param time event time up to which all is evaluated
     */
    public List<RuleStatus> statuses(long time) {
        return loader.healths().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(ArtifactId::toString)))
                .map(entry -> entry.getValue()
                        .status(
                                standing(entry.getKey()),
                                warming(entry.getKey()).status(time)))
                .toList();
    }

    private Warming warming(ArtifactId rule) {
        TenantTimeline newest = timelines.get(rule.tenant());
        return newest == null ? Warming.NONE : newest.warming(rule);
    }

    private StatusReport.@Nullable Standing standing(ArtifactId rule) {
        TenantTimeline newest = timelines.get(rule.tenant());
        return newest == null ? null : newest.standing(rule);
    }
}
