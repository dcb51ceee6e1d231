package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;

/**
 * {@code rates from fx}: the table that converts money.
 *
 * @param name the table's
 */
public record RatesDefinition(Name name, Span span) implements Definition {}
