package io.weir.engine;

/** When events are evaluated. */
public enum EvaluationTime {

    /** When event time has come to them, in its order: a replay gives the same alerts. */
    ORDERED,

    /** At once, as they come. */
    ARRIVAL
}
