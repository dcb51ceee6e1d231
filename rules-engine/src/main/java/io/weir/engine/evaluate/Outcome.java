package io.weir.engine.evaluate;

/** What a rule does: it raises an alert, or sends an event somewhere. */
public sealed interface Outcome permits RaisedAlert, SentEvent {

    /** Event time, in milliseconds. */
    long time();
}
