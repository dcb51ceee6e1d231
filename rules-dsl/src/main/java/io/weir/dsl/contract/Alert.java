package io.weir.dsl.contract;

import io.weir.dsl.plan.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule fired, for whoever consumes it. Values are {@code String}, {@code Boolean}, {@code Long}, {@code BigDecimal},
 * {@code Double}, {@link io.weir.dsl.plan.MoneyAmount}, or null for a missing one.
 *
 * @param id the same for the same alert however often it is computed
 * @param rule the name as its author wrote it
 * @param time event time, in milliseconds
 * @param key field → value; empty for a rule without a key
 * @param values the rule's lets, aggregates and scores by name
 * @param suppressed how many alerts of this rule, key and action were held back since the last one sent
 */
public record Alert(
        String id,
        String tenant,
        String engine,
        String rule,
        int revision,
        long epoch,
        Severity severity,
        long time,
        Map<String, @Nullable Object> key,
        String text,
        Map<String, @Nullable Object> values,
        List<TriggeringEvent> events,
        long suppressed,
        @Nullable ModelScore model) {

    /** An event that made the rule fire, with its coordinates. */
    public record TriggeringEvent(
            String stream, int partition, long offset, long time, Map<String, @Nullable Object> fields) {}

    /**
     * The score that the rule asked for first.
     *
     * @param version the model's revision; null where none was live and the declared fallback stood in
     */
    public record ModelScore(
            String name,
            @Nullable Integer version,
            @Nullable Double score) {}
}
