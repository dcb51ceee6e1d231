package io.weir.engine.operator;

import io.weir.engine.evaluate.KeyEvaluator.EpochsByTime;
import io.weir.engine.evaluate.RoutedRow;

/** By event time: an event belongs to the release that is in force at its time, and comes when all before it has happened. */
final class OrderedEvaluation implements EvaluationOrder {

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public long releaseTime(long time, long reached) {
        return time;
    }

    @Override
    public long clock(long time, long passed) {
        return time;
    }

    @Override
    public EpochsByTime epochs(Epochs epochs, String tenant) {
        return time -> epochs.effectiveAt(tenant, time);
    }

    @Override
    public void met(RoutedRow row) {}
}
