package io.weir.samples.notifier;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service was told.
 *
 * @param kafka for every client: where the brokers are, security
 * @param topic of the alerts
 * @param group names the service: its committed offsets, its journal, its dead letters; one instance of each runs at a time
 * @param window how long a group's first alert waits for others
 * @param most alerts in one notification
 * @param timeout of one attempt
 * @param giveUpAfter how long a notification is tried
 * @param parallel how many attempts are under way at once
 * @param remember how long the ids of settled alerts are kept
 * @param secret signs what is sent; null: it is not signed
 */
record Settings(
        Map<String, String> kafka,
        String topic,
        String group,
        URI webhook,
        Duration window,
        int most,
        Duration timeout,
        Duration giveUpAfter,
        Duration firstRetry,
        Duration longestRetry,
        int parallel,
        Duration remember,
        @Nullable String secret) {

    /** Notifications on their way, compacted; see {@link Journal}. */
    String journalTopic() {
        return group + ".journal";
    }

    String deadLetterTopic() {
        return group + ".dead-letter";
    }
}
