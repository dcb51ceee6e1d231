package io.weir.engine.evaluate;

import io.weir.dsl.plan.KeySpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The targets of one key spec as they are gathered: feeds by their series' text, then triggers by rule and place, so that every
 * task numbers them alike.
 */
final class SpecDraft {

    final KeySpec spec;
    final long hash;
    final TreeMap<String, FeedDraft> feeds = new TreeMap<>();
    final List<TriggerDraft> triggers = new ArrayList<>();

    /** A series with the windows that rules read of it. */
    static final class FeedDraft {
        final PlannedAggregate aggregate;
        final Feed feed;
        final List<RuleHealth> readers = new ArrayList<>();
        private final Map<WindowShape, Integer> numbers = new HashMap<>();
        private final List<WindowPlan> windows = new ArrayList<>();
        private int number;

        FeedDraft(PlannedAggregate aggregate, Feed feed) {
            this.aggregate = aggregate;
            this.feed = feed;
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

        private SeriesPlan plan() {
            Retention retention = Retention.NOTHING;
            for (WindowPlan window : windows) {
                retention = retention.and(window.shape());
            }
            return new SeriesPlan(aggregate.name(), aggregate.kind(), feed.isSplit(), retention, windows);
        }
    }

    /** @param trigger null where the rule is paused or could not be loaded; its number stays taken */
    record TriggerDraft(PlannedRule rule, @Nullable LoadedTrigger trigger, RuleHealth health) {}

    SpecDraft(KeySpec spec, long hash) {
        this.spec = spec;
        this.hash = hash;
    }

    /** @param liveFrom see {@link WindowPlan} */
    void add(PlannedAggregate aggregate, Feed feed, long liveFrom, RuleHealth reader) {
        FeedDraft draft = feeds.computeIfAbsent(aggregate.series(), any -> new FeedDraft(aggregate, feed));
        draft.add(new WindowPlan(
                aggregate.shape(), liveFrom, Measure.of(aggregate.aggregate().function())));
        draft.readers.add(reader);
    }

    int targets() {
        return feeds.size() + triggers.size();
    }

    /** The plan, once all is gathered. */
    KeyPlan plan(UnaryOperator<KeyLayout> shared) {
        List<SeriesPlan> series = new ArrayList<>();
        List<KeyPlan.SharedFeed> sharedFeeds = new ArrayList<>();
        for (FeedDraft draft : feeds.values()) {
            draft.number = series.size();
            series.add(draft.plan());
            sharedFeeds.add(new KeyPlan.SharedFeed(draft.feed, draft.readers));
        }
        return new KeyPlan(
                shared.apply(new KeyLayout(series)),
                sharedFeeds,
                triggers.stream().map(this::bind).toList());
    }

    private KeyPlan.Bound bind(TriggerDraft draft) {
        LoadedTrigger trigger = draft.trigger();
        List<AggregateRead> reads = trigger == null
                ? List.of()
                : draft.rule().aggregates().stream()
                        .map(aggregate -> read(aggregate, trigger))
                        .toList();
        return new KeyPlan.Bound(trigger, draft.rule().acts(), reads);
    }

    private AggregateRead read(PlannedAggregate aggregate, LoadedTrigger trigger) {
        FeedDraft feed = feeds.get(aggregate.series());
        if (feed == null) {
            throw new IllegalStateException("No series " + aggregate.series() + " (DEVELOPER)");
        }
        return new AggregateRead(
                feed.number,
                feed.window(aggregate.shape()),
                aggregate.shape(),
                Reading.of(aggregate.aggregate()),
                Link.ofTriggering(aggregate.aggregate(), trigger.stream().schema()));
    }
}
