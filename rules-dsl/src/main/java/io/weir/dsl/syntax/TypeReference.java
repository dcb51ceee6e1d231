package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * A type by its name.
 *
 * @param currency of {@code money EUR}
 * @param currencyField of {@code money in currency}
 */
public record TypeReference(
        Name name, @Nullable Name currency, @Nullable Name currencyField, Span span) implements Node {}
