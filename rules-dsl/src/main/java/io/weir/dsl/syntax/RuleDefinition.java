package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code rule "…" on … by … let … when … then …}.
 *
 * @param trigger null for each event
 * @param body null where it could not be read
 */
public record RuleDefinition(
        Name name,
        Metadata metadata,
        List<StreamClause> on,
        @Nullable KeyClause by,
        List<LetClause> lets,
        @Nullable TriggerClause trigger,
        @Nullable Body body,
        Span span)
        implements Definition {

    /** {@code severity high owner "…" because "…" tags ["…"]}. */
    public record Metadata(
            @Nullable Name severity,
            Expression.@Nullable TextLiteral owner,
            Expression.@Nullable TextLiteral because,
            List<Expression.TextLiteral> tags) {
        public Metadata {
            tags = List.copyOf(tags);
        }
    }

    /** {@code Payment as paid where …}. */
    public record StreamClause(
            Name stream, @Nullable Name alias, @Nullable Expression where, Span span) implements Node {}

    /**
     * {@code by cardId, in Refund card.id}; no paths is {@code by everything}.
     *
     * @param elsewhere where other streams keep the key
     */
    public record KeyClause(List<Expression.Path> paths, List<Elsewhere> elsewhere, Span span) implements Node {
        public KeyClause {
            paths = List.copyOf(paths);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /** {@code in Refund card.id}: as many paths as the key has. */
    public record Elsewhere(Name stream, List<Expression.Path> paths, Span span) implements Node {
        public Elsewhere {
            paths = List.copyOf(paths);
        }
    }

    /** {@code let velocity = …}. */
    public record LetClause(Name name, Expression value, Span span) implements Node {}

    public RuleDefinition {
        on = List.copyOf(on);
        lets = List.copyOf(lets);
    }
}
