package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactKind;
import io.weir.dsl.contract.ArtifactName;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.InForce;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is in force of a tenant after one release, and since when each window is: found by going through the releases in turn. */
final class TenantTimeline {

    private final String tenant;
    private final Planner planner;
    private final InForce inForce;
    private final TreeMap<ArtifactName, PlannedRule> rules;
    private final TreeMap<ArtifactName, PlannedRule> candidates;
    private final LiveSince since;
    private final List<Ending> ending;
    /** Found when it is asked for, and the same until the next release. */
    private final Map<ArtifactId, Warming> warming = new HashMap<>();

    private EpochNames names;
    private long epoch;
    private long effectiveFrom = Long.MIN_VALUE;

    /**
     * A revision that is no more, and until when events of its may wait for what follows them.
     *
     * @param until in milliseconds of event time
     */
    private record Ending(PlannedRule rule, long until) {}

    TenantTimeline(String tenant, Planner planner, ControlState control) {
        this(
                tenant,
                planner,
                new InForce(),
                new TreeMap<>(),
                new TreeMap<>(),
                new LiveSince(),
                new ArrayList<>(),
                planner.names(control, Set.of()));
    }

    private TenantTimeline(
            String tenant,
            Planner planner,
            InForce inForce,
            TreeMap<ArtifactName, PlannedRule> rules,
            TreeMap<ArtifactName, PlannedRule> candidates,
            LiveSince since,
            List<Ending> ending,
            EpochNames names) {
        this.tenant = tenant;
        this.planner = planner;
        this.inForce = inForce;
        this.rules = rules;
        this.candidates = candidates;
        this.since = since;
        this.ending = ending;
        this.names = names;
    }

    /** Rules that are in force since always, with these models. */
    static TenantTimeline of(String tenant, EpochNames names, List<PlannedRule> rules, List<Change> models) {
        TenantTimeline timeline = new TenantTimeline(
                tenant,
                new Planner(Lane.EVENTS),
                new InForce(),
                new TreeMap<>(),
                new TreeMap<>(),
                new LiveSince(),
                new ArrayList<>(),
                names);
        models.forEach(timeline.inForce::apply);
        rules.forEach(rule -> timeline.rules.put(rule.id().artifact(), rule));
        timeline.epoch = 1;
        timeline.since.advance(timeline.longestWindows(), Set.of(), Long.MIN_VALUE);
        return timeline;
    }

    TenantTimeline copy() {
        TenantTimeline copy = new TenantTimeline(
                tenant,
                planner,
                inForce.copy(),
                new TreeMap<>(rules),
                new TreeMap<>(candidates),
                since.copy(),
                new ArrayList<>(ending),
                names);
        copy.epoch = epoch;
        copy.effectiveFrom = effectiveFrom;
        return copy;
    }

    /** Goes on to that epoch; answers itself. */
    TenantTimeline upTo(ControlState control, long wanted) {
        while (epoch < wanted) {
            Release next = control.release(tenant, epoch + 1);
            if (next == null) {
                throw new IllegalStateException("No release " + tenant + "/" + (epoch + 1) + " (DEVELOPER)");
            }
            fold(control, next);
        }
        return this;
    }

    /** Goes on by one release. */
    void fold(ControlState control, Release release) {
        Before before = new Before(new TreeMap<>(rules), new TreeMap<>(candidates));
        epoch = release.epoch();
        effectiveFrom = release.effectiveFromMillis();
        boolean namesChange = false;
        for (Change change : release.changes()) {
            inForce.apply(change);
            drop(change.artifact());
            namesChange |= isName(change.kind());
        }
        if (namesChange) {
            names = planner.names(control, namesInForce());
            inForce.live().values().forEach(change -> plan(control, change, before));
            inForce.candidates().values().forEach(change -> plan(control, change, before));
        } else {
            release.changes().forEach(change -> plan(control, change, before));
        }
        end(before.rules());
        since.advance(longestWindows(), filled(), effectiveFrom);
        warming.clear();
    }

    /** What this epoch's backfill fills: nothing else was ever put there, so all that is in it counts. */
    private Set<LiveSince.SeriesId> filled() {
        Set<LiveSince.SeriesId> filled = new HashSet<>();
        for (PlannedRule rule : rules.values()) {
            if (rule.backfill() == epoch) {
                filled.addAll(rule.filled());
            }
        }
        return filled;
    }

    private record Before(TreeMap<ArtifactName, PlannedRule> rules, TreeMap<ArtifactName, PlannedRule> candidates) {

        /** Of the same revision, wherever it stood. */
        @Nullable
        Standing standing(ArtifactId rule) {
            for (PlannedRule known : new PlannedRule[] {rules.get(rule.artifact()), candidates.get(rule.artifact())}) {
                if (known != null && known.id().equals(rule)) {
                    return known.standing();
                }
            }
            return null;
        }
    }

    private void drop(ArtifactName name) {
        if (!inForce.live().containsKey(name)) {
            rules.remove(name);
        }
        if (!inForce.candidates().containsKey(name)) {
            candidates.remove(name);
        }
    }

    /** What waits goes on under the revision that it began with, unless its rule is retired or paused. */
    private void end(TreeMap<ArtifactName, PlannedRule> before) {
        before.forEach((name, old) -> {
            PlannedRule now = rules.get(name);
            long waits = old.waits();
            if (waits > 0 && now != null && !now.id().equals(old.id())) {
                ending.add(new Ending(old, KeyPart.plus(effectiveFrom, waits)));
            }
        });
        ending.removeIf(each -> {
            PlannedRule now = rules.get(each.rule().id().artifact());
            return each.until() <= effectiveFrom
                    || now == null
                    || now.state() == ArtifactState.PAUSED
                    || now.id().equals(each.rule().id());
        });
    }

    private static boolean isName(ArtifactKind kind) {
        return kind != ArtifactKind.RULE && kind != ArtifactKind.MODEL && kind != ArtifactKind.ENTRIES;
    }

    private Set<ArtifactId> namesInForce() {
        return inForce.live().values().stream()
                .filter(change -> isName(change.kind()))
                .map(change -> change.id(tenant))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void plan(ControlState control, Change change, Before before) {
        if (change.kind() == ArtifactKind.RULE && change.state() != ArtifactState.RETIRED) {
            ArtifactId id = change.id(tenant);
            Standing standing = Standing.next(before.standing(id), change, effectiveFrom);
            PlannedRule rule = planner.plan(control, names, tenant, change).with(standing);
            (change.candidate() ? candidates : rules).put(change.artifact(), rule);
        }
    }

    private Map<LiveSince.SeriesId, Long> longestWindows() {
        Map<LiveSince.SeriesId, Long> longest = new HashMap<>();
        for (PlannedRule rule : all()) {
            for (PlannedAggregate aggregate : rule.aggregates()) {
                LiveSince.SeriesId id = aggregate.id(rule.planned().specHash());
                longest.merge(id, aggregate.shape().length(), Math::max);
            }
            for (String part : rule.partTexts()) {
                longest.put(LiveSince.SeriesId.ofPart(rule.planned().specHash(), part), 0L);
            }
        }
        return longest;
    }

    String tenant() {
        return tenant;
    }

    long epoch() {
        return epoch;
    }

    long effectiveFrom() {
        return effectiveFrom;
    }

    EpochNames names() {
        return names;
    }

    /** By name. */
    Collection<PlannedRule> rules() {
        return rules.values();
    }

    /** By name; each stands beside a rule of that name. */
    List<PlannedRule> candidates() {
        return candidates.entrySet().stream()
                .map(entry -> entry.getValue().beside(rules.get(entry.getKey())))
                .toList();
    }

    /** The candidate of that name; null for none. */
    @Nullable
    PlannedRule candidate(ArtifactName name) {
        return candidates.get(name);
    }

    /** The rule of that name, which is no candidate; null for none. */
    @Nullable
    PlannedRule rule(ArtifactName name) {
        return rules.get(name);
    }

    /** How a revision is in force: null where it is live for all its keys, or another has taken its place. */
    StatusReport.@Nullable Standing standing(ArtifactId id) {
        PlannedRule live = rules.get(id.artifact());
        PlannedRule candidate = candidates.get(id.artifact());
        if (live == null && candidate == null) {
            return new StatusReport.Standing(ArtifactState.RETIRED, null, null);
        } else if (candidate != null && candidate.id().equals(id)) {
            return candidate
                    .standing()
                    .status(candidate.state(), live == null ? null : live.id().revision());
        }
        return live != null && live.id().equals(id) ? live.standing().status(live.state(), null) : null;
    }

    /** A revision that is not in force is not warming. */
    Warming warming(ArtifactId id) {
        return warming.computeIfAbsent(id, any -> {
            PlannedRule live = rules.get(id.artifact());
            PlannedRule candidate = candidates.get(id.artifact());
            if (candidate != null && candidate.id().equals(id)) {
                return Warming.of(candidate.beside(live), since);
            }
            return live != null && live.id().equals(id) ? Warming.of(live, since) : Warming.NONE;
        });
    }

    private List<PlannedRule> all() {
        return Stream.concat(rules.values().stream(), candidates().stream()).toList();
    }

    /** Revisions that are no more, but whose events may still wait for what follows them. */
    List<PlannedRule> ending() {
        return ending.stream().map(Ending::rule).toList();
    }

    Set<ArtifactId> ruleIds() {
        return Stream.concat(all().stream(), ending().stream())
                .map(PlannedRule::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    LiveSince since() {
        return since;
    }

    /** The pushed model that is in force under that slug. */
    @Nullable
    ArtifactId model(String slug) {
        return inForce(ArtifactKind.MODEL, slug);
    }

    /** The entries that are in force of the list of that slug. */
    @Nullable
    ArtifactId entries(String slug) {
        return inForce(ArtifactKind.ENTRIES, slug);
    }

    private @Nullable ArtifactId inForce(ArtifactKind kind, String slug) {
        Change change = inForce.live().get(new ArtifactName(kind, slug));
        return change == null ? null : change.id(tenant);
    }

    /** All entries that are in force. */
    Set<ArtifactId> entries() {
        return inForce.live().values().stream()
                .filter(change -> change.kind() == ArtifactKind.ENTRIES)
                .map(change -> change.id(tenant))
                .collect(Collectors.toUnmodifiableSet());
    }
}
