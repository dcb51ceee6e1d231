package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code list @eea = ["DE", "FR"]}, {@code list @sanctioned of text}.
 *
 * @param entries null for a list whose entries are published on their own
 * @param element their type; null for a list whose entries stand in the text
 */
public record ListDefinition(
        Name name, @Nullable Expression entries, @Nullable TypeReference element, Span span) implements Definition {}
