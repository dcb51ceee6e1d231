package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something that has a value. */
public sealed interface Expression extends Node {

    <R> @Nullable R accept(ExpressionVisitor<R> visitor);

    /** What could not be read; already reported. */
    record Unreadable(Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitUnreadable(this);
        }
    }

    /** {@code amount}, {@code there.city}. */
    record Path(List<Name> names, Span span) implements Expression {
        public Path {
            names = List.copyOf(names);
        }

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitPath(this);
        }
    }

    /** {@code 1_000}, {@code 2.5}. */
    record NumberLiteral(BigDecimal value, boolean whole, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitNumberLiteral(this);
        }
    }

    /** {@code 5 minutes}, {@code 900 km/h}. */
    record Quantity(BigDecimal number, Unit unit, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitQuantity(this);
        }
    }

    /** {@code 1_000 EUR}. */
    record MoneyLiteral(BigDecimal amount, Name currency, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitMoneyLiteral(this);
        }
    }

    record TextLiteral(String value, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitTextLiteral(this);
        }
    }

    record BoolLiteral(boolean value, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitBoolLiteral(this);
        }
    }

    /** {@code timestamp "2026-01-01T00:00:00Z"}. */
    record TimestampLiteral(TextLiteral text, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitTimestampLiteral(this);
        }
    }

    /** {@code ["DE", "FR"]}. */
    record ListLiteral(List<Expression> entries, Span span) implements Expression {
        public ListLiteral {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitListLiteral(this);
        }
    }

    /** {@code @sanctioned}. */
    record ListReference(Name name, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitListReference(this);
        }
    }

    /** An expression in parentheses. */
    record Grouped(Expression inner, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitGrouped(this);
        }
    }

    record Not(Expression operand, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitNot(this);
        }
    }

    /** {@code and} of two or more. */
    record And(List<Expression> operands, Span span) implements Expression {
        public And {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitAnd(this);
        }
    }

    /** {@code or} of two or more. */
    record Or(List<Expression> operands, Span span) implements Expression {
        public Or {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitOr(this);
        }
    }

    record Negate(Expression operand, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitNegate(this);
        }
    }

    /**
     * Arithmetic, a comparison, or a test of a text.
     *
     * @param negated {@code does not contain} and the like; {@code is not} is an operator of its own
     */
    record Binary(Operator operator, boolean negated, Expression left, Expression right, Span span)
            implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /** {@code in}, {@code not in}. */
    record Membership(boolean negated, Expression operand, Expression list, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitMembership(this);
        }
    }

    /** {@code between … and …}, both included. */
    record Between(boolean negated, Expression operand, Expression low, Expression high, Span span)
            implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitBetween(this);
        }
    }

    /** {@code is missing}, {@code is present}. */
    record Presence(boolean missing, Expression operand, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitPresence(this);
        }
    }

    /** {@code x else y}. */
    record Else(Expression operand, Expression fallback, Span span) implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitElse(this);
        }
    }

    record Call(Name function, List<Expression> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /**
     * {@code sum of amount where … over the last 5 minutes}.
     *
     * @param approximate whether {@code approximate} stands before it
     * @param rank the {@code 95} of {@code percentile 95 of amount}; null for every other function
     * @param operand a path, a conversion of one, or a grouped expression; for {@code count} the path of the events
     * @param window null for an aggregate of a sequence's step, such as {@code lowest dip.price}
     */
    record Aggregation(
            AggregateFunction function,
            boolean approximate,
            @Nullable NumberLiteral rank,
            Expression operand,
            @Nullable Expression where,
            @Nullable WindowClause window,
            Span span)
            implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitAggregation(this);
        }
    }

    /**
     * {@code more than 10 Login where … within 5 minutes}, {@code at least 3 different country of Payment within 1 hour}.
     *
     * @param operator how the count is compared with the number
     * @param different of what different values are counted; null where events are
     */
    record Tally(
            Operator operator,
            NumberLiteral number,
            @Nullable Path different,
            Name stream,
            @Nullable Expression where,
            Expression within,
            Span span)
            implements Expression {
        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitTally(this);
        }
    }

    /** {@code previous Login within 24 hours}, {@code previous price}: an event or one of its fields. */
    record Previous(Path path, @Nullable Expression within, Span span) implements Expression {

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitPrevious(this);
        }
    }

    /** {@code amount increases 4 times in a row within 1 hour}. */
    record Trend(
            boolean increases,
            Expression operand,
            NumberLiteral times,
            @Nullable Expression within,
            Span span) implements Expression {

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitTrend(this);
        }
    }

    /** {@code distance from there to here}, {@code speed from …}, {@code elapsed from …}. */
    record Travel(Measure measure, Expression from, Expression to, Span span) implements Expression {

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitTravel(this);
        }
    }

    /** {@code amount to EUR as of at}. */
    record Conversion(
            Expression operand, Name currency, @Nullable Path asOf, Span span) implements Expression {

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitConversion(this);
        }
    }

    /**
     * {@code fx[currency, "EUR"] as of at}, {@code limits[cardId].daily}.
     *
     * @param column of a table that returns a record
     */
    record Lookup(
            Name table,
            List<Expression> keys,
            @Nullable Name column,
            @Nullable Path asOf,
            Span span) implements Expression {

        public Lookup {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitLookup(this);
        }
    }

    /** {@code not followed by CheckoutCompleted or CartEmptied as end where … within 1 hour}. */
    record Follow(
            boolean negated,
            List<Name> streams,
            @Nullable Name alias,
            @Nullable Expression where,
            Expression within,
            Span span)
            implements Expression {

        public Follow {
            streams = List.copyOf(streams);
        }

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitFollow(this);
        }
    }

    /** {@code { userId: "u", place: { lat: 40.4, lon: -3.7 } }}: the values of a test's row, or a record among them. */
    record RecordLiteral(List<Argument> fields, Span span) implements Expression {

        public RecordLiteral {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitRecordLiteral(this);
        }
    }

    /** What {@link Travel} measures. */
    enum Measure {
        DISTANCE,
        SPEED,
        ELAPSED;

        /** As the language writes it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code score of fraud given amount: euros}. */
    record Score(Name model, List<Argument> given, Span span) implements Expression {
        public Score {
            given = List.copyOf(given);
        }

        @Override
        public <R> @Nullable R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitScore(this);
        }
    }

    /** A name and what fills it: a model's input, a field of what is emitted or of a test's row. */
    record Argument(Name name, Expression value) implements Node {
        @Override
        public Span span() {
            return name.span().to(value.span());
        }
    }
}
