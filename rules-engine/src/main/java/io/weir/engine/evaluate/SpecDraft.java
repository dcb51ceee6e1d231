package io.weir.engine.evaluate;

import io.weir.dsl.plan.Aggregate;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.KeySpec;
import io.weir.dsl.plan.RulePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        final Aggregate aggregate;
        final long name;
        final Map<WindowKey, WindowPlan> windows = new LinkedHashMap<>();
        final List<RuleHealth> readers = new ArrayList<>();

        FeedDraft(Aggregate aggregate) {
            this.aggregate = aggregate;
            this.name = SeriesName.of(aggregate);
        }

        SeriesPlan plan() {
            long retention = 0;
            for (WindowPlan window : windows.values()) {
                retention = Math.max(retention, window.length());
            }
            return new SeriesPlan(name, SeriesKind.of(aggregate), retention, List.copyOf(windows.values()));
        }
    }

    record WindowKey(long length, boolean includesCurrent) {}

    /** @param trigger null where the rule is paused or could not be loaded; its number stays taken */
    record TriggerDraft(RulePlan plan, int index, @Nullable LoadedTrigger trigger, boolean acts, RuleHealth health) {}

    SpecDraft(KeySpec spec, long hash) {
        this.spec = spec;
        this.hash = hash;
    }

    void add(Aggregate aggregate, LiveSince since, RuleHealth reader) {
        FeedDraft feed = feeds.computeIfAbsent(text(aggregate), any -> new FeedDraft(aggregate));
        WindowKey key = new WindowKey(SeriesName.length(aggregate), SeriesName.includesCurrent(aggregate));
        AggregateFunction function = aggregate.function();
        WindowPlan window = new WindowPlan(
                key.length(),
                key.includesCurrent(),
                since.of(new LiveSince.SeriesId(hash, feed.name), key.length()),
                function == AggregateFunction.SUM || function == AggregateFunction.AVERAGE,
                function == AggregateFunction.HIGHEST,
                function == AggregateFunction.LOWEST);
        feed.windows.merge(key, window, WindowPlan::with);
        if (!feed.readers.contains(reader)) {
            feed.readers.add(reader);
        }
    }

    static String text(Aggregate aggregate) {
        return aggregate.series() + " " + SeriesKind.of(aggregate);
    }

    /** The plan, once all is gathered. */
    KeyPlan plan(Map<String, Feed> built, UnaryOperator<KeyLayout> shared) {
        List<FeedDraft> drafts = List.copyOf(feeds.values());
        KeyLayout fresh = new KeyLayout(drafts.stream().map(FeedDraft::plan).toList());
        List<KeyPlan.SharedFeed> sharedFeeds = new ArrayList<>();
        for (Map.Entry<String, FeedDraft> entry : feeds.entrySet()) {
            Feed feed = Objects.requireNonNull(built.get(entry.getKey()));
            sharedFeeds.add(new KeyPlan.SharedFeed(feed, entry.getValue().readers));
        }
        return new KeyPlan(
                shared.apply(fresh),
                sharedFeeds,
                triggers.stream().map(this::bind).toList());
    }

    private KeyPlan.Bound bind(TriggerDraft draft) {
        List<Aggregate> aggregates = draft.plan().aggregates();
        int[] series = new int[aggregates.size()];
        int[] windows = new int[aggregates.size()];
        for (int i = 0; i < series.length; i++) {
            Aggregate aggregate = aggregates.get(i);
            FeedDraft feed = feeds.get(text(aggregate));
            series[i] = feeds.headMap(text(aggregate)).size();
            windows[i] = List.copyOf(feed == null ? List.of() : feed.windows.keySet())
                    .indexOf(new WindowKey(SeriesName.length(aggregate), SeriesName.includesCurrent(aggregate)));
        }
        return new KeyPlan.Bound(draft.trigger(), draft.acts(), series, windows);
    }
}
