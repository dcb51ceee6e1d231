package io.weir.dsl.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param stream its stream's place in the rule's {@code on}, or -1 where the rule means whichever event it is: then the slot
     *     is that of the stream with that name, and the others have a field of the same name and type
     */
    record FieldOf(int stream, String streamName, int slot, Field field) implements Expr {
        @Override
        public Type type() {
            return field.type();
        }
    }

    /** A part of the key that the rule is evaluated for; in a timed rule there is no row at hand, but there is a key. */
    record KeyOf(int part, String name, Type type) implements Expr {}

    /** The rule's {@code let} of that index. */
    record LetOf(int index, String name, Type type) implements Expr {}

    /** The value of the rule's aggregate of that index, over its window that ends at the row at hand. */
    record AggregateOf(int index, Type type) implements Expr {}

    /** The rule's model score of that index. */
    record ScoreOf(int index, Type type) implements Expr {}

    /**
     * A field of another event than the one at hand; missing where there is no such event.
     *
     * @param slot in the stream of that name; an event of another of the rule's streams has the field under the same name
     */
    record FieldOfEvent(EventRef event, String streamName, int slot, Field field) implements Expr {
        @Override
        public Type type() {
            return field.type();
        }
    }

    /** An event itself: what a {@code let} may name, and what may be asked to be there. Missing where there is none. */
    record EventOf(EventRef event, StreamSchema stream) implements Expr {
        @Override
        public Type type() {
            return new Type.Event(stream.name());
        }
    }

    /**
     * An aggregate of the events that a sequence's step matched; in that step's own condition the one that may become its next is
     * among them.
     *
     * @param operand null for {@code COUNT}; the row at hand is each of the events
     * @param where which of the events are counted, each being the row at hand; null for all
     */
    record StepAggregate(
            AggregateFunction function,
            @Nullable BigDecimal rank,
            int step,
            @Nullable Expr operand,
            @Nullable Expr where,
            Type type)
            implements Expr {}

    /** The rule's trend of that index. */
    record TrendOf(int index) implements Expr {
        @Override
        public Type type() {
            return Type.Scalar.BOOL;
        }
    }

    /**
     * A column of the row that a table has for a key; missing where it has none.
     *
     * @param asOf the time whose version is read; null for the event's own
     */
    record Lookup(String table, List<Expr> keys, @Nullable Expr asOf, String column, Type type) implements Expr {
        public Lookup {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Money in another currency, by a table of rates.
     *
     * @param asOf the time whose rate is taken; null for the event's own
     */
    record Convert(
            Expr operand,
            String currency,
            String rates,
            @Nullable Expr asOf) implements Expr {
        @Override
        public Type type() {
            return new Type.Money(currency);
        }
    }

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

    /** Membership of a list whose entries stand in the text. */
    record In(Expr operand, Constant list) implements Expr {
        @Override
        public Type type() {
            return Type.Scalar.BOOL;
        }
    }

    /** Membership of a list whose entries are published on their own. */
    record InPublished(Expr operand, String list) implements Expr {
        @Override
        public Type type() {
            return Type.Scalar.BOOL;
        }
    }

    /** Whether a value is among those of a list that an event holds. */
    record Among(Expr operand, Expr list) implements Expr {
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
