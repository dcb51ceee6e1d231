package io.weir.dsl.syntax;

import io.weir.dsl.diagnostic.Span;
import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Operator;
import java.math.BigDecimal;
import java.util.List;
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
     * @param operand a path or a grouped expression; for {@code count} the path of the events
     */
    record Aggregation(
            AggregateFunction function,
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
     * {@code more than 10 Login where … within 5 minutes}.
     *
     * @param operator how the count is compared with the number
     */
    record Tally(
            Operator operator,
            NumberLiteral number,
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

    /** A model's input and what fills it. */
    record Argument(Name name, Expression value) implements Node {
        @Override
        public Span span() {
            return name.span().to(value.span());
        }
    }
}
