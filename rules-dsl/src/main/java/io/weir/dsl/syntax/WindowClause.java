package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;

/** How far an aggregate looks back. */
public sealed interface WindowClause extends Node {

    /**
     * {@code over the last 5 minutes}.
     *
     * @param includesCurrent {@code last} rather than {@code previous}
     */
    record Time(boolean includesCurrent, Expression length, Span span) implements WindowClause {}

    /** {@code over the previous 10 events}. */
    record Events(boolean includesCurrent, Expression.NumberLiteral number, Span span) implements WindowClause {}

    /** {@code over the session}. */
    record Session(Span span) implements WindowClause {}
}
