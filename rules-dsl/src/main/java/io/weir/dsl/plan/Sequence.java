package io.weir.dsl.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps that the events of a key take.
 *
 * @param strictly the steps match consecutive events of the rule's streams, as SQL's MATCH_RECOGNIZE does; otherwise events that
 *     match no step are passed over
 * @param within from the match's first event; null for no bound
 * @param resumeAt where the search goes on: {@link #AFTER_MATCH}, {@link #AT_NEXT}, or the step at whose first event it does
 */
public record Sequence(boolean strictly, @Nullable Duration within, List<Step> steps, int resumeAt) {

    public static final int AFTER_MATCH = -1;
    public static final int AT_NEXT = -2;

    /**
     * A step.
     *
     * @param most {@link #UNBOUNDED} for any number
     * @param forbidden such an event must not come here
     * @param streams places in the rule's {@code on}; empty for all of them
     * @param where asked of the candidate, which is the row at hand; {@link EventRef.Before} and {@link EventRef.OfStep} are
     *     matched ones. Null for any
     */
    public record Step(
            String name,
            int least,
            int most,
            boolean forbidden,
            List<Integer> streams,
            @Nullable Expr where) {

        public static final int UNBOUNDED = Integer.MAX_VALUE;

        public Step {
            streams = List.copyOf(streams);
        }
    }

    public Sequence {
        steps = List.copyOf(steps);
    }
}
