package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule does when it fires. */
public sealed interface Action extends Node {

    /** {@code alert high "…" to topic "…" enriched by triage given last 20 Payment at most once per 5 minutes}. */
    record Alert(
            @Nullable Name severity,
            TemplateText text,
            Expression.@Nullable TextLiteral topic,
            @Nullable Name enrichedBy,
            @Nullable Given given,
            @Nullable Expression atMostOncePer,
            Span span)
            implements Action {}

    /** {@code given last 20 Payment}: the key's events that the prompt sees. */
    record Given(Expression.NumberLiteral number, Name stream, Span span) implements Node {}

    /** {@code emit Reminder { cart: cartId, total: cart.total } to topic "marketing.reminders"}. */
    record Emit(Name name, List<Expression.Argument> fields, Expression.@Nullable TextLiteral topic, Span span)
            implements Action {

        public Emit {
            fields = List.copyOf(fields);
        }
    }
}
