package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.RuleExpressions;
import io.weir.dsl.plan.RulePlan;
import io.weir.dsl.plan.StreamSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts an epoch together: loads its rules, gathers their targets by key spec and their filters by stream. */
final class EpochAssembler {

    private final Lane lane;
    private final ControlState control;
    private final TenantTimeline timeline;
    private final RuleLoader loader;
    private final EpochCache cache;
    private final References references;
    private final Map<ArtifactId, String> quarantined = new HashMap<>();
    private final TreeMap<String, SpecDraft> specs = new TreeMap<>();
    private final Map<Integer, StreamDraft> streams = new LinkedHashMap<>();

    /** @param lane whose rules the epoch has */
    EpochAssembler(
            Lane lane,
            ControlState control,
            TenantTimeline timeline,
            RuleLoader loader,
            EpochCache cache,
            References references) {
        this.lane = lane;
        this.control = control;
        this.timeline = timeline;
        this.loader = loader;
        this.cache = cache;
        this.references = references;
        cache.reading(references);
    }

    Epoch assemble() {
        quarantined.putAll(timeline.names().problems());
        for (PlannedRule rule : timeline.rules()) {
            if (rule.lane() == lane) {
                add(rule);
            }
        }
        for (PlannedRule candidate : timeline.candidates()) {
            if (candidate.lane() == lane) {
                add(candidate);
            }
        }
        for (PlannedRule ending : timeline.ending()) {
            if (ending.lane() == lane) {
                addEnding(ending);
            }
        }
        Map<Long, KeyPlan> keys = new HashMap<>();
        for (SpecDraft spec : specs.values()) {
            keys.put(spec.hash, plan(spec));
        }
        Map<Integer, StreamRoute> routes = new HashMap<>();
        streams.forEach((schemaId, draft) -> routes.put(schemaId, draft.build()));
        return new Epoch(
                timeline.tenant(),
                timeline.epoch(),
                timeline.effectiveFrom(),
                List.copyOf(timeline.names().streams().values()),
                quarantined,
                routes,
                keys,
                watchesAlerts());
    }

    private boolean watchesAlerts() {
        return Stream.of(timeline.rules(), timeline.candidates(), timeline.ending())
                .flatMap(Collection::stream)
                .anyMatch(rule -> rule.lane() == Lane.ALERTS);
    }

    private void add(PlannedRule rule) {
        RuleHealth health = loader.health(rule.id());
        RulePlan plan = rule.plan();
        if (plan == null) {
            quarantine(rule, health, String.valueOf(rule.planned().problem()));
            return;
        }
        try {
            check(rule, plan);
        } catch (TableUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            quarantine(rule, health, String.valueOf(e.getMessage()));
            return;
        }
        LoadedRule loaded = load(rule, plan, health);
        if (plan.key() != null) {
            SpecDraft spec = spec(rule, plan.key());
            new RuleTargets(spec, rule, loaded, role(rule), this).add();
        } else if (rule.standing().share() != null) {
            quarantine(rule, health, "it is for some of its keys, but has no key");
        } else if (loaded != null) {
            addStateless(rule, loaded);
        }
    }

    /** A revision that is no more, but whose events may still wait for what follows them. */
    private void addEnding(PlannedRule rule) {
        RulePlan plan = rule.plan();
        if (plan == null || plan.key() == null) {
            return;
        }
        try {
            check(rule, plan);
        } catch (RuntimeException e) {
            loader.health(rule.id()).loaded(String.valueOf(e.getMessage()));
            return;
        }
        LoadedRule loaded = load(rule, plan, loader.health(rule.id()));
        new RuleTargets(spec(rule, plan.key()), rule, loaded, Role.of(rule, null), this).addFollowers();
    }

    /** A candidate and the live revision beside it are compared where both look at the same keys. */
    private Role role(PlannedRule rule) {
        PlannedRule live = timeline.rule(rule.id().artifact());
        PlannedRule candidate = timeline.candidate(rule.id().artifact());
        if (live == null
                || candidate == null
                || !live.acts()
                || live.planned().specHash() != candidate.planned().specHash()) {
            return Role.of(rule, null);
        }
        return Role.of(
                rule, loader.health(candidate.id()).comparedWith(live.id().revision()));
    }

    private SpecDraft spec(PlannedRule rule, KeySpec key) {
        long hash = rule.planned().specHash();
        return specs.computeIfAbsent(key.canonical(), any -> new SpecDraft(key, hash));
    }

    /** Fails where the plan cannot be carried out; what a model does is another matter, and takes no target's number away. */
    private void check(PlannedRule rule, RulePlan plan) {
        for (RulePlan.Trigger trigger : plan.on()) {
            covers(stream(trigger.stream()), plan.key());
        }
        for (PlannedAggregate aggregate : rule.aggregates()) {
            EpochStream stream = stream(aggregate.aggregate().stream());
            covers(stream, plan.key());
            predicates(stream, cache.feed(aggregate, stream).where());
        }
        for (StreamSchema other : RuleLoader.others(plan)) {
            covers(stream(other), plan.key());
        }
    }

    private static void covers(EpochStream stream, @Nullable KeySpec key) {
        for (String field :
                key == null ? List.<String>of() : key.fieldsIn(stream.schema().name())) {
            if (stream.schema().slotOf(field) < 0) {
                throw new IllegalArgumentException(stream.schema().name() + " has no field " + field);
            }
        }
    }

    void predicates(EpochStream stream, List<Condition> filter) {
        filter.forEach(condition -> cache.predicate(stream, condition));
    }

    Feed feed(PlannedAggregate aggregate) {
        return cache.feed(aggregate, stream(aggregate.aggregate().stream()));
    }

    /** Since when an aggregate's window has been live. */
    long liveFrom(PlannedRule rule, PlannedAggregate aggregate) {
        return timeline.since()
                .of(aggregate.id(rule.planned().specHash()), aggregate.shape().length());
    }

    /** Since when a part that is no series has been live. */
    long liveFrom(PlannedRule rule, String part) {
        return timeline.since().of(LiveSince.SeriesId.ofPart(rule.planned().specHash(), part), 0);
    }

    RuleHealth health(PlannedRule rule) {
        return loader.health(rule.id());
    }

    EpochStream stream(StreamSchema schema) {
        return RuleLoader.stream(timeline, schema.name());
    }

    /** Null where it is paused, or cannot be loaded. */
    private @Nullable LoadedRule load(PlannedRule rule, RulePlan plan, RuleHealth health) {
        health.loaded(null);
        if (rule.state() == ArtifactState.PAUSED) {
            return null;
        }
        try {
            LoadedRule loaded = loader.load(control, timeline, references, rule.id(), plan);
            loaded.triggers().forEach(trigger -> predicates(trigger.stream(), trigger.filter()));
            loaded.followers().forEach(follower -> predicates(follower.stream(), follower.filter()));
            return loaded;
        } catch (TableUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            quarantine(rule, health, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** What a rule reads besides events. */
    Reference reference(RulePlan plan) {
        return references.of(RuleExpressions.all(plan));
    }

    private void quarantine(PlannedRule rule, RuleHealth health, String reason) {
        health.loaded(reason);
        quarantined.put(rule.id(), reason);
    }

    private void addStateless(PlannedRule rule, LoadedRule loaded) {
        for (LoadedTrigger trigger : loaded.triggers()) {
            draft(trigger.stream())
                    .add(
                            new StreamRoute.Candidate(null, 0, trigger, role(rule), List.of(loaded.health()), 0),
                            trigger.filter());
        }
    }

    private KeyPlan plan(SpecDraft spec) {
        List<TargetDraft> targets = spec.targets();
        for (int number = 0; number < targets.size(); number++) {
            for (TargetDraft.Source source : targets.get(number).sources()) {
                StreamDraft draft = draft(source.stream());
                KeyRoute key = draft.key(spec, targets.size());
                if (targets.get(number).startsRules()) {
                    key.starts(number, source.rules());
                }
                draft.add(
                        new StreamRoute.Candidate(
                                key,
                                number,
                                source.trigger(),
                                Role.LIVE,
                                source.rules(),
                                targets.get(number).backfill()),
                        source.filter());
            }
        }
        return spec.plan(cache::layout);
    }

    private StreamDraft draft(EpochStream stream) {
        return streams.computeIfAbsent(stream.schemaId(), any -> new StreamDraft(stream, cache));
    }
}
