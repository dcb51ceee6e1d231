package io.weir.dsl.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The key's event before the one at hand.
 *
 * @param stream of that stream alone; null for the rule's streams merged, whatever their {@code where} says
 * @param within absent if it is so old or older; null for any age
 */
public record PreviousEvent(
        @Nullable StreamSchema stream, @Nullable Duration within) {}
