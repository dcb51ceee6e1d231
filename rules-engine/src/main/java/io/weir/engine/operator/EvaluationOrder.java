package io.weir.engine.operator;

import io.weir.engine.EvaluationTime;
import io.weir.engine.evaluate.KeyEvaluator.EpochsByTime;
import io.weir.engine.evaluate.RoutedRow;

/** In which order a task evaluates what comes, and which release is in force for it. */
interface EvaluationOrder {

    static EvaluationOrder of(EvaluationTime time) {
        return switch (time) {
            case ORDERED -> new OrderedEvaluation();
            case ARRIVAL -> new ArrivalEvaluation();
        };
    }

    /** Whether events wait until event time has come to them, and while a publish is between its phases. */
    boolean waits();

    /**
     * The event time at which a release has to be in force for an event to belong to it.
     *
     * @param reached up to which everything had been evaluated before
     */
    long releaseTime(long time, long reached);

    /**
     * Event time up to which everything has happened when a row is evaluated.
     *
     * @param passed the task's
     */
    long clock(long time, long passed);

    /** The epochs by which a tenant's keys let happen what is due. */
    EpochsByTime epochs(Epochs epochs, String tenant);

    /** A row is evaluated. */
    void met(RoutedRow row);
}
