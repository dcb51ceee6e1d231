package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/** What a rule does when it fires. */
public sealed interface Action extends Node {

    /** {@code alert high "…" to topic "…" enriched by triage at most once per 5 minutes}. */
    record Alert(
            @Nullable Name severity,
            TemplateText text,
            Expression.@Nullable TextLiteral topic,
            @Nullable Name enrichedBy,
            @Nullable Expression atMostOncePer,
            Span span)
            implements Action {}
}
