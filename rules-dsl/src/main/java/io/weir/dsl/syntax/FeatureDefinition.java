package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/** {@code feature spend7d on Payment by cardId = sum of amount over the last 7 days}. */
public record FeatureDefinition(
        Name name, Name stream, RuleDefinition.@Nullable KeyClause by, Expression value, Span span)
        implements Definition {}
