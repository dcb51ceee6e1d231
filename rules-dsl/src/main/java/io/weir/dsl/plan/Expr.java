package io.weir.dsl.plan;

import java.util.List;

/**
 * A checked expression. Every node knows its type, operands have been widened where the language allows it, and a boolean node
 * may be missing (Kleene logic). In an aggregate the row at hand is the counted event's (stream 0), and {@code let}s have been
 * replaced by what they say.
 */
public sealed interface Expr {

    Type type();

    /**
     * A literal: {@code String}, {@code Boolean}, {@code Long} (int, timestamp, duration, size), {@code BigDecimal} (decimal,
     * length, speed), {@code Double} (float, probability), {@link MoneyAmount}, or a {@code List} of these.
     */
    record Constant(Type type, Object value) implements Expr {}

    /**
     * A field of the row at hand.
     *
     * @param stream its stream's place in the rule's {@code on}, or -1 where the rule means whichever event triggered it: then
     *     the slot is the first stream's, and other streams have a field of the same name and type
     */
    record FieldOf(int stream, String streamName, int slot, Field field) implements Expr {
        @Override
        public Type type() {
            return field.type();
        }
    }

    /** The rule's {@code let} of that index. */
    record LetOf(int index, String name, Type type) implements Expr {}

    /** The value of the rule's aggregate of that index, over its window that ends at the row at hand. */
    record AggregateOf(int index, Type type) implements Expr {}

    /** The rule's model score of that index. */
    record ScoreOf(int index, Type type) implements Expr {}

    /** Integer to decimal to float; a money's bare number where a model asks for it. */
    record Widen(Expr operand, Type type) implements Expr {}

    record Not(Expr operand) implements Expr {
        @Override
        public Type type() {
            return Type.Scalar.BOOL;
        }
    }

    record And(List<Expr> operands) implements Expr {
        public And {
            operands = List.copyOf(operands);
        }

        @Override
        public Type type() {
            return Type.Scalar.BOOL;
        }
    }

    record Or(List<Expr> operands) implements Expr {
        public Or {
            operands = List.copyOf(operands);
        }

        @Override
        public Type type() {
            return Type.Scalar.BOOL;
        }
    }

    /** Negation of a number, a money, a duration. */
    record Negate(Expr operand) implements Expr {
        @Override
        public Type type() {
            return operand.type();
        }
    }

    /** Arithmetic, comparison or a text test; two moneys of different currencies make it missing. */
    record Binary(Operator operator, Expr left, Expr right, Type type) implements Expr {}

    /** Membership of a list that stands in the text, or of a published list of that name. */
    record In(Expr operand, Constant list) implements Expr {
        @Override
        public Type type() {
            return Type.Scalar.BOOL;
        }
    }

    /** Never missing itself. */
    record IsMissing(Expr operand) implements Expr {
        @Override
        public Type type() {
            return Type.Scalar.BOOL;
        }
    }

    /** The operand where it is present, otherwise the fallback. */
    record Else(Expr operand, Expr fallback) implements Expr {
        @Override
        public Type type() {
            return operand.type();
        }
    }

    record Call(Function function, List<Expr> arguments, Type type) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** The same text for the same meaning: fields by their names, constants with their types, fully parenthesised. */
    default String canonical() {
        return CanonicalText.of(this);
    }
}
