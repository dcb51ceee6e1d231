package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;

/**
 * {@code over the last 5 minutes}.
 *
 * @param includesCurrent {@code last} rather than {@code previous}
 */
public record WindowClause(boolean includesCurrent, Expression length, Span span) implements Node {}
