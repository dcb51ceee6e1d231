package io.weir.engine.evaluate;

import io.weir.dsl.plan.AggregateFunction;
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
        private final Map<WindowKey, Integer> numbers = new HashMap<>();
        private final List<WindowPlan> windows = new ArrayList<>();
        private int number;

        FeedDraft(PlannedAggregate aggregate, Feed feed) {
            this.aggregate = aggregate;
            this.feed = feed;
        }

        private void add(WindowPlan window) {
            Integer known = numbers.putIfAbsent(key(window), windows.size());
            if (known == null) {
                windows.add(window);
            } else {
                windows.set(known, windows.get(known).with(window));
            }
        }

        private static WindowKey key(WindowPlan window) {
            return new WindowKey(window.length(), window.includesCurrent());
        }

        private int window(PlannedAggregate reader) {
            return numbers.getOrDefault(new WindowKey(reader.length(), reader.includesCurrent()), -1);
        }

        private SeriesPlan plan() {
            long retention = 0;
            for (WindowPlan window : windows) {
                retention = Math.max(retention, window.length());
            }
            return new SeriesPlan(aggregate.name(), aggregate.kind(), retention, windows);
        }
    }

    private record WindowKey(long length, boolean includesCurrent) {}

    /** @param trigger null where the rule is paused or could not be loaded; its number stays taken */
    record TriggerDraft(PlannedRule rule, @Nullable LoadedTrigger trigger, RuleHealth health) {}

    SpecDraft(KeySpec spec, long hash) {
        this.spec = spec;
        this.hash = hash;
    }

    /** @param liveFrom see {@link WindowPlan} */
    void add(PlannedAggregate aggregate, Feed feed, long liveFrom, RuleHealth reader) {
        FeedDraft draft = feeds.computeIfAbsent(aggregate.series(), any -> new FeedDraft(aggregate, feed));
        AggregateFunction function = aggregate.aggregate().function();
        draft.add(new WindowPlan(
                aggregate.length(),
                aggregate.includesCurrent(),
                liveFrom,
                function == AggregateFunction.SUM || function == AggregateFunction.AVERAGE,
                function == AggregateFunction.HIGHEST,
                function == AggregateFunction.LOWEST));
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
        List<PlannedAggregate> aggregates = draft.rule().aggregates();
        int[] series = new int[aggregates.size()];
        int[] windows = new int[aggregates.size()];
        for (int i = 0; i < series.length; i++) {
            FeedDraft feed = feeds.get(aggregates.get(i).series());
            if (feed != null) {
                series[i] = feed.number;
                windows[i] = feed.window(aggregates.get(i));
            }
        }
        return new KeyPlan.Bound(draft.trigger(), draft.rule().acts(), series, windows);
    }
}
