package io.weir.engine.evaluate;

import io.weir.dsl.contract.Alert;
import io.weir.dsl.plan.BuiltIn;

/** The stream of alerts, which is there without a declaration. */
public final class AlertStream {

    /** Is stored in rows, so it never changes; those of declared streams are positive, and small negative numbers mean none. */
    static final int SCHEMA_ID = Integer.MIN_VALUE;

    static final EpochStream STREAM = new EpochStream(BuiltIn.ALERT, SCHEMA_ID);

    /** Half of an id, less a sign: so many hex digits. */
    private static final int PLACE_DIGITS = 15;

    private AlertStream() {}

    /**
     * The offset under which an alert is an event: made of its id, so that order among equal times and the ids of alerts about it
     * are the same in a replay. Where it stands in its topic would not be.
     */
    public static long offset(Alert alert) {
        return Long.parseLong(alert.id().substring(0, PLACE_DIGITS), 16);
    }
}
