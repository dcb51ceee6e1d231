package io.weir.engine.evaluate;

import io.weir.dsl.plan.Operator;

/** The comparisons as numbers, in the order of {@link Operator}. */
final class Conditions {

    static final int GREATER = 0;
    static final int AT_LEAST = 1;
    static final int LESS = 2;
    static final int AT_MOST = 3;
    static final int EQUAL = 4;
    static final int NOT_EQUAL = 5;

    private Conditions() {}

    static int of(Operator operator) {
        return operator.ordinal() - Operator.GREATER.ordinal();
    }

    static boolean holds(int comparison, int condition) {
        return switch (condition) {
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case EQUAL -> comparison == 0;
            default -> comparison != 0;
        };
    }
}
