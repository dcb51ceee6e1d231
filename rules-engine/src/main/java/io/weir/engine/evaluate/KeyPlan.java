package io.weir.engine.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an epoch does for the keys of one spec. Its targets are numbered: first the feeds, one a series, then the triggers; both
 * sides of the network number them alike.
 */
final class KeyPlan {

    private final KeyLayout layout;
    private final List<SharedFeed> feeds;
    private final List<Bound> triggers;

    /** A feed, and who is to blame when it fails. */
    static final class SharedFeed {
        final Feed feed;
        private final List<RuleHealth> readers;
        private long attempts;

        SharedFeed(Feed feed, List<RuleHealth> readers) {
            this.feed = feed;
            this.readers = List.copyOf(readers);
        }

        void attempted() {
            attempts++;
        }

        void failed(String reason) {
            for (RuleHealth reader : readers) {
                reader.feedFailed(reason, attempts);
            }
        }
    }

    /**
     * A trigger with its aggregates found in the layout.
     *
     * @param trigger null where the rule is paused or could not be loaded
     * @param acts false for a rule in shadow
     * @param reads for each aggregate where it is; empty without a trigger
     */
    record Bound(@Nullable LoadedTrigger trigger, boolean acts, List<AggregateRead> reads) {}

    KeyPlan(KeyLayout layout, List<SharedFeed> feeds, List<Bound> triggers) {
        this.layout = layout;
        this.feeds = List.copyOf(feeds);
        this.triggers = List.copyOf(triggers);
    }

    KeyLayout layout() {
        return layout;
    }

    List<SharedFeed> feeds() {
        return feeds;
    }

    List<Bound> triggers() {
        return triggers;
    }

    int targets() {
        return feeds.size() + triggers.size();
    }
}
