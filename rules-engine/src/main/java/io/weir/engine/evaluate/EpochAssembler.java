package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactId;
import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.ControlState;
import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.Expr;
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
            quarantine(rule, health, String.valueOf(rule.problem()));
            return;
        }
        health.loaded(null);
        LoadedRule loaded = null;
        try {
            check(plan);
        } catch (RuntimeException e) {
            quarantine(rule, health, String.valueOf(e.getMessage()));
            return;
        }
        try {
            loaded = rule.state() == ArtifactState.PAUSED ? null : load(rule.id(), plan);
        } catch (RuntimeException e) {
            quarantine(rule, health, String.valueOf(e.getMessage()));
        }
        boolean acts = rule.state() == ArtifactState.LIVE;
        if (plan.key() != null) {
            addKeyed(plan, plan.key(), loaded, acts, health);
        } else if (loaded != null) {
            addStateless(loaded, acts);
        }
    }

    private LoadedRule load(ArtifactId id, RulePlan plan) {
        LoadedRule loaded = loader.load(control, timeline, id, plan);
        loaded.triggers().forEach(trigger -> predicates(trigger.stream(), trigger.filter()));
        return loaded;
    }

    /** Fails where the plan cannot be carried out; what a model does is another matter, and takes no target's number away. */
    private void check(RulePlan plan) {
        List<KeySpec.Part> key = plan.key() == null ? List.of() : plan.key().parts();
        for (RulePlan.Trigger trigger : plan.on()) {
            covers(RuleLoader.stream(timeline, trigger.stream().name()), key);
        }
        for (Aggregate aggregate : plan.aggregates()) {
            EpochStream stream = RuleLoader.stream(timeline, aggregate.stream().name());
            covers(stream, key);
            cache.feed(SpecDraft.text(aggregate), aggregate, stream);
            predicates(stream, where(aggregate, stream));
        }
    }

    private static void covers(EpochStream stream, List<KeySpec.Part> key) {
        for (KeySpec.Part part : key) {
            if (stream.schema().slotOf(part.field()) < 0) {
                throw new IllegalArgumentException(stream.schema().name() + " has no field " + part.field());
            }
        }
    }

    private void predicates(EpochStream stream, List<Expr> filter) {
        filter.forEach(predicate -> cache.predicate(stream, predicate, predicate.canonical()));
    }

    private void quarantine(PlannedRule rule, RuleHealth health, String reason) {
        health.loaded(reason);
        quarantined.put(rule.id(), reason);
    }

    private void addKeyed(RulePlan plan, KeySpec key, @Nullable LoadedRule loaded, boolean acts, RuleHealth health) {
        SpecDraft spec = specs.computeIfAbsent(
                key.canonical(), any -> new SpecDraft(key, KeyCodec.specHash(timeline.tenant(), key)));
        for (Aggregate aggregate : plan.aggregates()) {
            spec.add(aggregate, timeline.since(), health);
        }
        for (int i = 0; i < plan.on().size(); i++) {
            LoadedTrigger trigger = loaded == null ? null : loaded.trigger(i);
            spec.triggers.add(new SpecDraft.TriggerDraft(plan, i, trigger, acts, health));
        }
    }

    private void addStateless(LoadedRule loaded, boolean acts) {
        for (LoadedTrigger trigger : loaded.triggers()) {
            stream(trigger.stream()).add(null, 0, trigger, acts, trigger.filter(), List.of(loaded.health()));
        }
    }

    private KeyPlan plan(SpecDraft spec) {
        int targets = spec.feeds.size() + spec.triggers.size();
        Map<String, Feed> feeds = new HashMap<>();
        int number = 0;
        for (Map.Entry<String, SpecDraft.FeedDraft> entry : spec.feeds.entrySet()) {
            Aggregate aggregate = entry.getValue().aggregate;
            EpochStream stream = RuleLoader.stream(timeline, aggregate.stream().name());
            feeds.put(entry.getKey(), cache.feed(entry.getKey(), aggregate, stream));
            StreamDraft draft = stream(stream);
            draft.add(
                    draft.key(spec, targets), number++, null, true, where(aggregate, stream), entry.getValue().readers);
        }
        for (SpecDraft.TriggerDraft entry : spec.triggers) {
            LoadedTrigger trigger = entry.trigger();
            if (trigger != null) {
                StreamDraft draft = stream(trigger.stream());
                draft.add(
                        draft.key(spec, targets),
                        number,
                        trigger,
                        entry.acts(),
                        trigger.filter(),
                        List.of(entry.health()));
            }
            number++;
        }
        return spec.plan(feeds, cache::layout);
    }

    private static List<Expr> where(Aggregate aggregate, EpochStream stream) {
        StreamView view = new StreamView(stream.schema(), 0);
        return aggregate.where() == null
                ? List.of()
                : Expressions.conjuncts(aggregate.where()).stream()
                        .map(conjunct -> Expressions.onRowOf(view, conjunct, List.of()))
                        .toList();
    }

    private StreamDraft stream(EpochStream stream) {
        return streams.computeIfAbsent(stream.schemaId(), any -> new StreamDraft(stream, cache));
    }
}
