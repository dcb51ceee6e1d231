package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.RulePlan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts an epoch together: loads its rules, gathers their targets by key spec and their filters by stream. */
final class EpochAssembler {

    private final ControlState control;
    private final TenantTimeline timeline;
    private final RuleLoader loader;
    private final EpochCache cache;
    private final Map<ArtifactId, String> quarantined = new HashMap<>();
    private final TreeMap<String, SpecDraft> specs = new TreeMap<>();
    private final Map<Integer, StreamDraft> streams = new LinkedHashMap<>();

    EpochAssembler(ControlState control, TenantTimeline timeline, RuleLoader loader, EpochCache cache) {
        this.control = control;
        this.timeline = timeline;
        this.loader = loader;
        this.cache = cache;
    }

    Epoch assemble() {
        quarantined.putAll(timeline.names().problems());
        for (PlannedRule rule : timeline.rules()) {
            add(rule);
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
                keys);
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
        } catch (RuntimeException e) {
            quarantine(rule, health, String.valueOf(e.getMessage()));
            return;
        }
        LoadedRule loaded = load(rule, plan, health);
        if (plan.key() != null) {
            addKeyed(rule, plan, plan.key(), loaded, health);
        } else if (loaded != null) {
            addStateless(rule, loaded);
        }
    }

    /** Fails where the plan cannot be carried out; what a model does is another matter, and takes no target's number away. */
    private void check(PlannedRule rule, RulePlan plan) {
        List<KeySpec.Part> key = plan.key() == null ? List.of() : plan.key().parts();
        for (RulePlan.Trigger trigger : plan.on()) {
            covers(RuleLoader.stream(timeline, trigger.stream().name()), key);
        }
        for (PlannedAggregate aggregate : rule.aggregates()) {
            EpochStream stream = stream(aggregate);
            covers(stream, key);
            predicates(stream, cache.feed(aggregate, stream).where());
        }
    }

    private static void covers(EpochStream stream, List<KeySpec.Part> key) {
        for (KeySpec.Part part : key) {
            if (stream.schema().slotOf(part.field()) < 0) {
                throw new IllegalArgumentException(stream.schema().name() + " has no field " + part.field());
            }
        }
    }

    private void predicates(EpochStream stream, List<Condition> filter) {
        filter.forEach(condition -> cache.predicate(stream, condition));
    }

    /** Null where it is paused, or cannot be loaded. */
    private @Nullable LoadedRule load(PlannedRule rule, RulePlan plan, RuleHealth health) {
        health.loaded(null);
        if (rule.state() == ArtifactState.PAUSED) {
            return null;
        }
        try {
            LoadedRule loaded = loader.load(control, timeline, rule.id(), plan);
            loaded.triggers().forEach(trigger -> predicates(trigger.stream(), trigger.filter()));
            return loaded;
        } catch (RuntimeException e) {
            quarantine(rule, health, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void quarantine(PlannedRule rule, RuleHealth health, String reason) {
        health.loaded(reason);
        quarantined.put(rule.id(), reason);
    }

    private void addKeyed(
            PlannedRule rule, RulePlan plan, KeySpec key, @Nullable LoadedRule loaded, RuleHealth health) {
        long hash = rule.planned().specHash();
        SpecDraft spec = specs.computeIfAbsent(key.canonical(), any -> new SpecDraft(key, hash));
        for (PlannedAggregate aggregate : rule.aggregates()) {
            long since =
                    timeline.since().of(aggregate.id(hash), aggregate.shape().length());
            spec.add(aggregate, cache.feed(aggregate, stream(aggregate)), since, health);
        }
        for (int i = 0; i < plan.on().size(); i++) {
            spec.triggers.add(new SpecDraft.TriggerDraft(rule, loaded == null ? null : loaded.trigger(i), health));
        }
    }

    private void addStateless(PlannedRule rule, LoadedRule loaded) {
        for (LoadedTrigger trigger : loaded.triggers()) {
            draft(trigger.stream()).add(null, 0, trigger, rule.acts(), trigger.filter(), List.of(loaded.health()));
        }
    }

    private KeyPlan plan(SpecDraft spec) {
        int targets = spec.targets();
        int number = 0;
        for (SpecDraft.FeedDraft feed : spec.feeds.values()) {
            StreamDraft draft = draft(feed.feed.stream());
            draft.add(draft.key(spec, targets), number++, null, true, feed.feed.where(), feed.readers);
        }
        for (SpecDraft.TriggerDraft entry : spec.triggers) {
            LoadedTrigger trigger = entry.trigger();
            if (trigger != null) {
                StreamDraft draft = draft(trigger.stream());
                draft.add(
                        draft.key(spec, targets),
                        number,
                        trigger,
                        entry.rule().acts(),
                        trigger.filter(),
                        List.of(entry.health()));
            }
            number++;
        }
        return spec.plan(cache::layout);
    }

    private EpochStream stream(PlannedAggregate aggregate) {
        return RuleLoader.stream(timeline, aggregate.aggregate().stream().name());
    }

    private StreamDraft draft(EpochStream stream) {
        return streams.computeIfAbsent(stream.schemaId(), any -> new StreamDraft(stream, cache));
    }
}
