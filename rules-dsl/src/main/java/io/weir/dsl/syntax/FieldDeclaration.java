package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code cardId: text? from "card.id"}.
 *
 * @param type null where it could not be read
 */
public record FieldDeclaration(
        Name name, @Nullable TypeReference type, boolean nullable, Expression.@Nullable TextLiteral from, Span span)
        implements Node {}
