package io.weir.dsl.check;

import io.weir.dsl.plan.Type;
import io.weir.dsl.syntax.Expression;
import io.weir.dsl.syntax.Unit;

/** What a place asks of a value, as far as that is known before the value is. */
interface Wanted {
    Wanted ANYTHING = type -> true;
    /** No value, but the name of something. */
    Wanted NAME = type -> false;

    Wanted CONDITION = type -> type == Type.Scalar.BOOL;
    Wanted TEXT = type -> type == Type.Scalar.TEXT;
    Wanted LIST = type -> type instanceof Type.ListOf;
    Wanted TEXT_OR_LIST = type -> TEXT.fits(type) || LIST.fits(type);
    Wanted TIME = type -> type == Type.Scalar.TIMESTAMP;
    Wanted MONEY = type -> type instanceof Type.Money;
    Wanted JOURNEY_END = type -> type == Type.Scalar.GEO || type == Type.Scalar.TIMESTAMP || type instanceof Type.Event;
    Wanted AMOUNT = type -> type.isNumeric() || type instanceof Type.Money;

    boolean fits(Type type);

    /** What may be compared or calculated with that. */
    static Wanted beside(Expression other) {
        Expression literal = ExpressionParts.ungrouped(other);
        if (literal instanceof Expression.Negate negate) {
            return beside(negate.operand());
        } else if (literal instanceof Expression.NumberLiteral) {
            return AMOUNT;
        } else if (literal instanceof Expression.MoneyLiteral) {
            return type -> type instanceof Type.Money;
        } else if (literal instanceof Expression.TextLiteral) {
            return TEXT;
        } else if (literal instanceof Expression.BoolLiteral) {
            return CONDITION;
        } else if (literal instanceof Expression.TimestampLiteral) {
            return TIME;
        }
        return literal instanceof Expression.Quantity quantity ? measured(quantity.unit()) : ANYTHING;
    }

    /** What may be compared with a value of that type. */
    static Wanted like(Type type) {
        if (type instanceof Type.Money) {
            return other -> other instanceof Type.Money;
        }
        return type.isNumeric() ? Type::isNumeric : type::equals;
    }

    private static Wanted measured(Unit unit) {
        return switch (unit.dimension()) {
            case DURATION -> type -> type == Type.Scalar.DURATION;
            case LENGTH -> type -> type == Type.Scalar.LENGTH;
            case SPEED -> type -> type == Type.Scalar.SPEED;
            case SIZE -> type -> type == Type.Scalar.SIZE;
            case SHARE -> Type::isNumeric;
        };
    }

    /** What may be in that list. */
    static Wanted in(Expression list) {
        return list instanceof Expression.ListLiteral literal
                        && !literal.entries().isEmpty()
                ? beside(literal.entries().get(0))
                : ANYTHING;
    }
}
