package io.weir.engine.evaluate;

import java.util.HashMap;
import java.util.Map;

/** What one epoch's parts were compiled to, for the next epoch: only what that one asks for goes on. */
final class EpochCache {

    private final Map<Text, RowPredicate> predicates = new HashMap<>();
    private final Map<Text, Feed> feeds = new HashMap<>();
    private final Map<KeyLayout, KeyLayout> layouts = new HashMap<>();
    private final EpochCache previous;

    private record Text(int schemaId, String canonical) {}

    EpochCache() {
        previous = this;
    }

    private EpochCache(EpochCache previous) {
        this.previous = previous;
    }

    /** One to fill for the next epoch. */
    EpochCache next() {
        return new EpochCache(this);
    }

    /** The same without what only the epoch before needed. */
    EpochCache settled() {
        EpochCache settled = new EpochCache();
        settled.predicates.putAll(predicates);
        settled.feeds.putAll(feeds);
        settled.layouts.putAll(layouts);
        return settled;
    }

    /** This with what a prepared publish needed besides. */
    EpochCache with(EpochCache prepared) {
        EpochCache both = settled();
        both.predicates.putAll(prepared.predicates);
        both.feeds.putAll(prepared.feeds);
        both.layouts.putAll(prepared.layouts);
        return both;
    }

    RowPredicate predicate(EpochStream stream, Condition condition) {
        Text key = new Text(stream.schemaId(), condition.canonical());
        RowPredicate known = previous.predicates.get(key);
        RowPredicate predicate = known == null ? new RowPredicate(stream.schema(), condition.expr()) : known;
        predicates.put(key, predicate);
        return predicate;
    }

    Feed feed(PlannedAggregate aggregate, EpochStream stream) {
        Text key = new Text(stream.schemaId(), aggregate.series());
        Feed known = previous.feeds.get(key);
        Feed feed = known == null ? new Feed(aggregate, stream) : known;
        feeds.put(key, feed);
        return feed;
    }

    /** Equal layouts become one, so that a key's state sees at a glance that nothing changed. */
    KeyLayout layout(KeyLayout fresh) {
        KeyLayout known = previous.layouts.getOrDefault(fresh, fresh);
        KeyLayout layout = layouts.getOrDefault(fresh, known);
        layouts.put(layout, layout);
        return layout;
    }
}
