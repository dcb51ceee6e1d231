package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/** A rule's aggregate, found in what a key keeps. */
sealed interface KnownAggregate permits AggregateRead, SketchRead {

    /** The number of the part in the layout. */
    int series();

    /**
     * Leaves its value for an event in a register. Fails with {@link RuleFailure}.
     *
     * @param fed the series that the event went to, of those that this one reads; null for none
     */
    void at(Row row, KeyState state, @Nullable Series fed, Frame f, int register);

    /**
     * Leaves its value at a boundary in a register, where no event is at hand. Fails with {@link RuleFailure}.
     *
     * @param sessionStart the time of the session's first event, where there is one
     * @param boundary events before that time are in
     */
    void before(long boundary, long sessionStart, KeyState state, Frame f, int register);
}
