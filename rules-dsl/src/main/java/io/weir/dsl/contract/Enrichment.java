package io.weir.dsl.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a language model said about an alert, or why it did not.
 *
 * @param id of the {@link EnrichRequest}
 * @param alert the alert's id
 * @param model the model's own name; null where none answered
 * @param reason why the status is not {@code OK}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Enrichment(
        String id,
        String tenant,
        String engine,
        String alert,
        String rule,
        String prompt,
        int promptRevision,
        Status status,
        Map<String, Object> output,
        @Nullable String model,
        long tokensIn,
        long tokensOut,
        long latencyMillis,
        @Nullable String reason,
        Instant at) {

    /** How the question ended; it always ends. */
    public enum Status {
        OK,
        DEGRADED,
        TIMEOUT,
        INVALID_OUTPUT,
        SKIPPED_BUDGET,
        SKIPPED_DUPLICATE,
        REFUSED
    }
}
