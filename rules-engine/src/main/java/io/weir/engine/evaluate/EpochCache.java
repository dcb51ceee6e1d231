package io.weir.engine.evaluate;

import io.weir.dsl.plan.Expr;
import io.weir.dsl.plan.ExprParts;
import java.util.HashMap;
import java.util.Map;

/** What one epoch's parts were compiled to, for the next epoch: only what that one asks for goes on. */
final class EpochCache {

    private final Map<Text, RowPredicate> predicates = new HashMap<>();
    private final Map<Text, Unmet> unmet = new HashMap<>();
    private final Map<Text, Feed> feeds = new HashMap<>();
    private final Map<KeyLayout, KeyLayout> layouts = new HashMap<>();
    private final EpochCache previous;
    private References references = EpochReferences.NONE;

    private record Text(int schemaId, String canonical, Reference reference) {}

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

    /** What is asked for from here on reads these. */
    void reading(References epochs) {
        references = epochs;
    }

    /** The same without what only the epoch before needed. */
    EpochCache settled() {
        EpochCache settled = new EpochCache();
        settled.predicates.putAll(predicates);
        settled.unmet.putAll(unmet);
        settled.feeds.putAll(feeds);
        settled.layouts.putAll(layouts);
        return settled;
    }

    /** This with what a prepared publish needed besides. */
    EpochCache with(EpochCache prepared) {
        EpochCache both = settled();
        both.predicates.putAll(prepared.predicates);
        both.unmet.putAll(prepared.unmet);
        both.feeds.putAll(prepared.feeds);
        both.layouts.putAll(prepared.layouts);
        return both;
    }

    RowPredicate predicate(EpochStream stream, Condition condition) {
        Reference reference = references.of(ExprParts.all(condition.expr()));
        Text key = new Text(stream.schemaId(), condition.canonical(), reference);
        RowPredicate known = previous.predicates.get(key);
        Unmet unmet = unmet(new Text(stream.schemaId(), condition.canonical(), Reference.NONE));
        RowPredicate predicate =
                known == null ? new RowPredicate(stream.schema(), condition.expr(), reference, unmet) : known;
        predicates.put(key, predicate);
        return predicate;
    }

    /** A condition's, whatever tables and lists it reads: its counts go on from epoch to epoch. */
    private Unmet unmet(Text condition) {
        Unmet known = previous.unmet.getOrDefault(condition, new Unmet());
        return unmet.computeIfAbsent(condition, any -> known);
    }

    Feed feed(PlannedAggregate aggregate, EpochStream stream) {
        Expr operand = aggregate.aggregate().operand();
        Reference reference = operand == null ? Reference.NONE : references.of(ExprParts.all(operand));
        Text key = new Text(stream.schemaId(), aggregate.series(), reference);
        Feed known = previous.feeds.get(key);
        Feed feed = known == null ? new Feed(aggregate, stream, reference) : known;
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
