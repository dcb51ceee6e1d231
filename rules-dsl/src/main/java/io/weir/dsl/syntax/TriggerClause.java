package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;

/** When a rule is evaluated that does not look at each event. */
public sealed interface TriggerClause extends Node {

    /** {@code every 1 hour}. */
    record Every(Expression length, Span span) implements TriggerClause {}

    /** {@code at the end of each session with a gap of 30 minutes}. */
    record SessionEnd(Expression gap, Span span) implements TriggerClause {}
}
