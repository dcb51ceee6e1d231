package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;

/** {@code list @eea = ["DE", "FR"]}. */
public record ListDefinition(Name name, Expression entries, Span span) implements Definition {}
