package io.weir.engine;

import io.weir.engine.evaluate.Lane;

/**
 * The names under which operators and their state are stored in checkpoints. One that was ever released never changes and is never
 * used for anything else.
 */
public final class OperatorIds {

    public static final String EVENTS = "events";
    public static final String BACKFILL = "backfill";
    public static final String CONTROL = "control";
    public static final String ROUTE = "route";
    public static final String EVALUATE = "evaluate";
    public static final String ROUTE_ALERTS = "route-alerts";
    public static final String EVALUATE_ALERTS = "evaluate-alerts";
    /** The way of alerts from the rules that raise them to those that watch them. */
    public static final String ALERTS = "alerts";

    public static final String OUT = "out";
    public static final String STATUS = "status";

    public static final String ENRICH_REQUESTS = "enrich-requests";
    public static final String ENRICH = "enrich";
    public static final String ENRICHMENTS = "enrichments";

    /** Of route: the events that wait for the watermark. */
    public static final String ROUTE_WAITING = "waiting";

    /** Of route: how far each partition has come. */
    public static final String ROUTE_PROGRESS = "progress";

    /** Of route and evaluate: up to which event time each task had evaluated everything. */
    public static final String PASSED = "passed";

    /** Of route and evaluate: up to which event time any event may have been evaluated. */
    public static final String REACHED = "reached";

    /** Of evaluate: which tasks had all events of which backfills. */
    public static final String FILLED = "filled";

    /** Of route and evaluate: how far the control topic had been read. */
    public static final String CONTROL_OFFSET = "control-offset";

    /** Of evaluate, by key: the rows that wait for the watermark. */
    public static final String EVALUATE_WAITING = "waiting";

    /** Of evaluate, by key: what the rules remember. */
    public static final String EVALUATE_KEY = "key";

    /** Of evaluate, by key: older events of the rules' aggregates. */
    public static final String EVALUATE_CHUNKS = "chunks";

    /** Of evaluate: the timers that let a key's memory expire. */
    public static final String EVALUATE_EXPIRY = "expiry";

    private OperatorIds() {}

    /** Of the tasks that order and decode what a lane's rules watch. */
    public static String route(Lane lane) {
        return lane == Lane.EVENTS ? ROUTE : ROUTE_ALERTS;
    }

    /** Of the tasks that evaluate a lane's rules by key. */
    public static String evaluate(Lane lane) {
        return lane == Lane.EVENTS ? EVALUATE : EVALUATE_ALERTS;
    }
}
