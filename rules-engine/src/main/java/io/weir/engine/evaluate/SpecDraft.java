package io.weir.engine.evaluate;

import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.StreamSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The parts, targets and rules of one key spec as they are gathered. Parts are numbered by their texts; targets by the order in which
 * a row concerns them, then by their texts, or by rule and place: so every task numbers them alike.
 */
final class SpecDraft {

    final KeySpec spec;
    final long hash;
    private final TreeMap<String, FeedDraft> feeds = new TreeMap<>();
    private final TreeMap<String, PartPlan> parts = new TreeMap<>();
    private final TreeMap<String, TargetDraft> targets = new TreeMap<>();
    private final List<RuleDraft> rules = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** A series with the windows that rules read of it. */
    static final class FeedDraft {
        final PlannedAggregate aggregate;
        final Feed feed;
        final @Nullable String session;
        final SeriesReaders readers = new SeriesReaders();
        private final Map<WindowShape, Integer> numbers = new HashMap<>();
        private final List<WindowPlan> windows = new ArrayList<>();

        FeedDraft(PlannedAggregate aggregate, Feed feed, @Nullable String session) {
            this.aggregate = aggregate;
            this.feed = feed;
            this.session = session;
        }

        private void add(WindowPlan window) {
            Integer known = numbers.putIfAbsent(window.shape(), windows.size());
            if (known == null) {
                windows.add(window);
            } else {
                windows.set(known, windows.get(known).with(window));
            }
        }

        private int window(WindowShape shape) {
            return numbers.getOrDefault(shape, -1);
        }

        private PartPlan plan() {
            Retention retention = Retention.NOTHING;
            for (WindowPlan window : windows) {
                retention = retention.and(window.shape());
            }
            PlannedPanes panes = aggregate.panes();
            if (panes != null) {
                return panes.plan(aggregate, retention, windows);
            }
            return new SeriesPlan(aggregate.name(), aggregate.kind(), feed.isSplit(), retention, windows);
        }
    }

    /**
     * A rule's revision.
     *
     * @param rule null where it is paused or could not be loaded
     */
    record RuleDraft(PlannedRule planned, @Nullable LoadedRule rule, Role role) {}

    SpecDraft(KeySpec spec, long hash) {
        this.spec = spec;
        this.hash = hash;
    }

    /** @param liveFrom see {@link WindowPlan} */
    FeedDraft add(PlannedAggregate aggregate, Feed feed, @Nullable String session, long liveFrom, RuleHealth reader) {
        FeedDraft draft = feeds.computeIfAbsent(aggregate.series(), any -> new FeedDraft(aggregate, feed, session));
        draft.add(new WindowPlan(
                aggregate.shape(), liveFrom, Measure.of(aggregate.aggregate().function())));
        draft.readers.add(reader, aggregate.shape());
        return draft;
    }

    /** A part that is no series. */
    void add(String text, PartPlan part) {
        parts.put(text, part);
    }

    /** The target of that kind and text, to add what leads to it. */
    TargetDraft target(TargetDraft.Kind kind, String text) {
        return targets.computeIfAbsent(kind.ordinal() + text, any -> new TargetDraft(kind));
    }

    /** The number of a rule among those of the spec, to name its targets by. */
    int add(RuleDraft rule) {
        rules.add(rule);
        return rules.size() - 1;
    }

    int targetCount() {
        return targets.size();
    }

    List<TargetDraft> targets() {
        return List.copyOf(targets.values());
    }

    /** The number of a part, once all are gathered. */
    int number(@Nullable String text) {
        return text == null ? -1 : numbers.getOrDefault(text, -1);
    }

    /** A rule with its parts' numbers. */
    BoundRule bound(int rule) {
        return bind(rules.get(rule));
    }

    /** The plan, once all is gathered. */
    KeyPlan plan(UnaryOperator<KeyLayout> shared) {
        List<PartPlan> all = new ArrayList<>();
        feeds.forEach((text, feed) -> {
            numbers.put(text, all.size());
            all.add(feed.plan());
        });
        parts.forEach((text, part) -> {
            numbers.put(text, all.size());
            all.add(part);
        });
        List<BoundRule> bound = rules.stream().map(this::bind).toList();
        return new KeyPlan(
                shared.apply(new KeyLayout(all)),
                targets.values().stream().map(target -> target.make(this)).toList(),
                bound.stream().filter(rule -> rule.seen().length > 0).toList(),
                sessions(bound),
                bound.stream().filter(rule -> rule.waiting() >= 0).toList(),
                bound.stream().filter(rule -> rule.sequence() >= 0).toList());
    }

    private BoundRule bind(RuleDraft draft) {
        PlannedParts kept = draft.planned().parts();
        return new BoundRule(
                draft.planned(),
                draft.rule(),
                draft.role(),
                reads(draft),
                kept.previous().stream().mapToInt(this::number).toArray(),
                kept.trends().stream().mapToInt(this::number).toArray(),
                kept.given().stream().mapToInt(this::number).toArray(),
                kept.seen().values().stream()
                        .mapToInt(seen -> number(seen.text()))
                        .toArray(),
                number(kept.waiting()),
                number(kept.session()),
                number(kept.sequence()));
    }

    /** By trigger; once for a rule that is evaluated at moments. */
    private List<List<KnownAggregate>> reads(RuleDraft draft) {
        LoadedRule rule = draft.rule();
        if (rule == null) {
            return List.of();
        } else if (rule.timed() != null) {
            return List.of(reads(draft, null));
        }
        return rule.triggers().stream()
                .map(trigger -> reads(draft, trigger.stream().schema()))
                .toList();
    }

    private List<KnownAggregate> reads(RuleDraft draft, @Nullable StreamSchema triggering) {
        return draft.planned().aggregates().stream()
                .filter(aggregate -> aggregate.aggregate().approximate() || feeds.containsKey(aggregate.series()))
                .map(aggregate -> read(aggregate, triggering))
                .toList();
    }

    private KnownAggregate read(PlannedAggregate aggregate, @Nullable StreamSchema triggering) {
        if (aggregate.aggregate().approximate()) {
            return new SketchRead(number(aggregate.series()), Reading.of(aggregate.aggregate()));
        }
        FeedDraft feed = Objects.requireNonNull(feeds.get(aggregate.series()));
        return new AggregateRead(
                number(aggregate.series()),
                feed.window(aggregate.shape()),
                aggregate.shape(),
                Reading.of(aggregate.aggregate()),
                triggering == null ? null : Link.ofTriggering(aggregate.aggregate(), triggering));
    }

    private List<KeyPlan.SessionEnd> sessions(List<BoundRule> bound) {
        TreeMap<Integer, List<BoundRule>> bySession = new TreeMap<>();
        for (BoundRule rule : bound) {
            if (rule.session() >= 0) {
                bySession
                        .computeIfAbsent(rule.session(), any -> new ArrayList<>())
                        .add(rule);
            }
        }
        List<KeyPlan.SessionEnd> ends = new ArrayList<>();
        bySession.forEach(
                (session, ofSession) -> ends.add(new KeyPlan.SessionEnd(session, ofSession, ending(session))));
        return ends;
    }

    private int[] ending(int session) {
        return feeds.entrySet().stream()
                .filter(feed -> feed.getValue().session != null && number(feed.getValue().session) == session)
                .mapToInt(feed -> number(feed.getKey()))
                .toArray();
    }
}
