package io.weir.dsl.check;

import io.weir.dsl.plan.AggregateFunction;
import io.weir.dsl.plan.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what an aggregate of values of a type is. */
final class AggregateTypes {

    private static final Set<Type> MEASURES = Set.of(
            Type.Scalar.TIMESTAMP, Type.Scalar.DURATION, Type.Scalar.LENGTH, Type.Scalar.SPEED, Type.Scalar.SIZE);

    private AggregateTypes() {}

    /** The type of the result, or null where the function does not work on such values. */
    static @Nullable Type result(AggregateFunction function, Type type) {
        boolean amount = type.isNumeric() || type instanceof Type.Money;
        return switch (function) {
            case COUNT -> Type.Scalar.INT;
            case SUM -> amount ? sum(type) : null;
            case AVERAGE, STDDEV -> amount ? (type == Type.Scalar.INT ? Type.Scalar.DECIMAL : sum(type)) : null;
            case HIGHEST, LOWEST, MEDIAN, PERCENTILE -> amount || MEASURES.contains(type) ? type : null;
            case DISTINCT -> canBeEqual(type) ? Type.Scalar.INT : null;
            case FIRST, LAST -> type instanceof Type.Event ? null : type;
        };
    }

    private static Type sum(Type type) {
        return type == Type.Scalar.PROBABILITY ? Type.Scalar.FLOAT : type;
    }

    private static boolean canBeEqual(Type type) {
        return type != Type.Scalar.GEO && !(type instanceof Type.Event) && !(type instanceof Type.ListOf);
    }
}
