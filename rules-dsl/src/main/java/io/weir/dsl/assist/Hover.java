package io.weir.dsl.assist;

import io.weir.dsl.diagnostic.Span;

/**
 * What is to be said of something.
 *
 * @param markdown as editors show it
 * @param span what it is about
 */
public record Hover(String markdown, Span span) {}
