package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code test "eleventh failure" for "Failed-login burst" given … expect alert at 00:01:40}.
 *
 * @param rule the name of the rule that is tested
 */
public record TestDefinition(Name name, Name rule, List<Given> given, List<Expectation> expected, Span span)
        implements Definition {

    /** What there is before or while the rule runs. */
    public sealed interface Given extends Node {}

    /**
     * {@code day 3 10:00:00 Login { userId: "u" } x 11 every 10 seconds}.
     *
     * @param times null for once
     * @param every null for all at the same time
     */
    public record Row(
            Moment at,
            Name stream,
            Expression.RecordLiteral values,
            Expression.@Nullable NumberLiteral times,
            @Nullable Expression every,
            Span span)
            implements Given {}

    /** {@code list @eea = ["DE"]}. */
    public record ListGiven(Name list, Expression entries, Span span) implements Given {}

    /** {@code score of fraud = 0.95}. */
    public record ScoreGiven(Name model, Expression value, Span span) implements Given {}

    /** {@code fx { source: "USD", target: "EUR", value: 0.9 }}. */
    public record TableGiven(Name table, List<Expression.RecordLiteral> rows, Span span) implements Given {

        public TableGiven {
            rows = List.copyOf(rows);
        }
    }

    /** What the rule must do, and nothing else. */
    public sealed interface Expectation extends Node {}

    /** {@code no alert}. */
    public record Nothing(Span span) implements Expectation {}

    /** {@code alert high "u: 11 failures" at 00:01:40}; what is not said may be anything. */
    public record AlertExpected(
            @Nullable Name severity,
            Expression.@Nullable TextLiteral text,
            @Nullable Moment at,
            Span span) implements Expectation {}

    /** {@code emit Reminder { cart: "c" } at 01:00:00}; fields that are not said may be anything. */
    public record EmitExpected(
            Name name,
            Expression.@Nullable RecordLiteral values,
            @Nullable Moment at,
            Span span) implements Expectation {}

    /** {@code route to "payments.eea" at 00:00:00}. */
    public record RouteExpected(
            Expression.TextLiteral topic, @Nullable Moment at, Span span) implements Expectation {}

    /**
     * {@code day 3 10:00:00.250}.
     *
     * @param day counted from 0, which is 2024-01-01
     * @param millis since midnight, UTC
     */
    public record Moment(long day, long millis, Span span) implements Node {}

    public TestDefinition {
        given = List.copyOf(given);
        expected = List.copyOf(expected);
    }
}
