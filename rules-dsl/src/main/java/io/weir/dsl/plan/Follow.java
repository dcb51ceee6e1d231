package io.weir.dsl.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must come after the triggering event at t, before t + within: the first such event fires the rule. Or must not: the rule
 * fires at t + within.
 *
 * @param negated {@code not followed by}
 * @param streams any of which settles it
 * @param alias by which the rule speaks of the event that came; null for none
 * @param where asked of the event that came, which is the row at hand ({@link Expr.FieldOf#stream()} counts {@code streams});
 *     the triggering event's fields are {@link EventRef.Triggering}, lets are as they were at that event. Null for any
 */
public record Follow(
        boolean negated,
        List<StreamSchema> streams,
        @Nullable String alias,
        @Nullable Expr where,
        Duration within) {

    public Follow {
        streams = List.copyOf(streams);
    }
}
