package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;

/** A name, without its back-quotes. */
public record Name(String text, Span span) implements Node {}
