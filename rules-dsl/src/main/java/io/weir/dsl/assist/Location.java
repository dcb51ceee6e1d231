package io.weir.dsl.assist;

import io.weir.dsl.diagnostic.Span;

/** A part of a source. */
public record Location(String source, Span span) {}
