package io.weir.engine.evaluate;

import io.weir.dsl.contract.ArtifactState;
import io.weir.dsl.contract.Change;
import io.weir.dsl.contract.StatusReport;
import org.jspecify.annotations.Nullable;

/**
 * How long a rule's revision has been in force, and for what.
 *
 * @param from the event time from which it has been, in whatever state
 * @param actsFrom what began before that event time was in shadow, and ends there
 * @param share null for all keys
 * @param candidate whether it stands beside another revision
 */
record Standing(long from, long actsFrom, @Nullable Share share, boolean candidate) {

    private static final long NEVER = Long.MAX_VALUE;

    static final Standing SINCE_ALWAYS = new Standing(Long.MIN_VALUE, Long.MIN_VALUE, null, false);

    /** Null where it is live for all its keys. */
    StatusReport.@Nullable Standing status(ArtifactState state, @Nullable Integer beside) {
        Integer percent = share == null ? null : share.percent();
        return state == ArtifactState.LIVE && percent == null && !candidate
                ? null
                : new StatusReport.Standing(state, percent, beside);
    }

    /** @param before of the same revision, in whatever place; null where it was not in force */
    static Standing next(@Nullable Standing before, Change change, long effectiveFrom) {
        boolean inShadow = change.candidate() || change.state() == ArtifactState.SHADOW;
        boolean wasInShadow = before != null && before.actsFrom == NEVER;
        long acted = before == null ? Long.MIN_VALUE : wasInShadow ? effectiveFrom : before.actsFrom;
        return new Standing(
                before == null ? effectiveFrom : before.from,
                inShadow ? NEVER : acted,
                Share.of(change.percent(), change.name()),
                change.candidate());
    }
}
