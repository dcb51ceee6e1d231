package io.weir.dsl.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The key's last {@code times} + 1 events, of the rule's streams merged, are strictly monotonic in the operand, the one at hand
 * being the last; a missing value or another currency breaks it.
 *
 * @param within from the first of them to the last; null for any time
 */
public record Trend(
        boolean increases,
        Expr operand,
        int times,
        @Nullable Duration within) {}
