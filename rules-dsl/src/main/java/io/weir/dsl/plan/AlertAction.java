package io.weir.dsl.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends an alert.
 *
 * @param topic null for the alerts' common topic
 * @param enrichedBy the prompt that is asked about the alert, beside it
 * @param atMostOncePer per rule, key and action, in event time from the last one sent
 */
public record AlertAction(
        Severity severity,
        Template text,
        @Nullable String topic,
        @Nullable PromptPlan enrichedBy,
        @Nullable Duration atMostOncePer) {}
