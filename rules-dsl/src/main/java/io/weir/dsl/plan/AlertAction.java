package io.weir.dsl.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends an alert.
 *
 * @param topic null for the alerts' common topic
 * @param enrichedBy the prompt that is asked about the alert, beside it
 * @param given what the prompt sees besides the alert; null for nothing
 * @param atMostOncePer per rule, key and action, in event time from the last one sent
 */
public record AlertAction(
        Severity severity,
        Template text,
        @Nullable String topic,
        @Nullable PromptPlan enrichedBy,
        @Nullable Context given,
        @Nullable Duration atMostOncePer)
        implements Action {

    /** The key's last events of a stream, which the prompt sees. */
    public record Context(int events, StreamSchema stream) {}
}
