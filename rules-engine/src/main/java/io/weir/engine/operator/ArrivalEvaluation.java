package io.weir.engine.operator;

import io.weir.engine.evaluate.Epoch;
import io.weir.engine.evaluate.KeyEvaluator.EpochsByTime;
import io.weir.engine.evaluate.RoutedRow;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As events come: an event belongs to the newest release that is in force at the highest event time that this task has seen. What is
 * due happens when the watermark has passed it.
 */
final class ArrivalEvaluation implements EvaluationOrder {

    private final Map<String, Long> newest = new HashMap<>();
    private long highest = Long.MIN_VALUE;

    @Override
    public boolean waits() {
        return false;
    }

    @Override
    public long releaseTime(long time, long reached) {
        highest = Math.max(highest, Math.max(time, reached));
        return highest;
    }

    @Override
    public long clock(long time, long passed) {
        return passed;
    }

    /** Once a row of a release has been evaluated, nothing goes back behind it: what the release keeps would be forgotten. */
    @Override
    public EpochsByTime epochs(Epochs epochs, String tenant) {
        return new EpochsByTime() {
            @Override
            public @Nullable Epoch at(long time) {
                Epoch effective = epochs.effectiveAt(tenant, time);
                Long met = newest.get(tenant);
                if (met == null || effective != null && effective.number() >= met) {
                    return effective;
                }
                return epochs.numbered(tenant, met);
            }

            @Override
            public boolean isFollowed(Epoch epoch) {
                Long met = newest.get(tenant);
                return met != null && epoch.number() < met;
            }
        };
    }

    @Override
    public void met(RoutedRow row) {
        newest.merge(row.tenant(), row.epoch(), Math::max);
    }
}
