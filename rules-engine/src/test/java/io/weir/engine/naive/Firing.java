package io.weir.engine.naive;

import io.weir.dsl.plan.Action;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that has found what it looks for.
 *
 * @param time the result's
 * @param moment what its values are taken from
 * @param topic where the event itself goes; null where it goes nowhere
 */
record Firing(
        long time,
        Moment moment,
        List<Action> actions,
        @Nullable String topic) {}
