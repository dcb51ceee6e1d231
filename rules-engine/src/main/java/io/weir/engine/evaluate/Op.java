package io.weir.engine.evaluate;

/**
 * The instructions of a {@link Program}: five ints each, {@code op to a b c}. Those from {@link #UNARY} on answer missing where
 * register a is missing, those from {@link #BINARY} on where a or b is.
 */
final class Op {

    static final int WIDTH = 5;

    static final int END = 0;
    static final int JUMP_IF_FALSE = 1;
    static final int JUMP_IF_TRUE = 2;
    static final int JUMP_IF_PRESENT = 3;
    static final int AND = 4;
    static final int OR = 5;
    static final int LET = 6;
    static final int AGGREGATE = 7;
    static final int SCORE = 8;
    static final int COPY = 9;
    static final int IS_MISSING = 10;
    static final int MVEL = 11;
    static final int LOAD_BOOL = 12;
    static final int LOAD_LONG = 13;
    static final int LOAD_DECIMAL = 14;
    static final int LOAD_TEXT = 15;
    static final int LOAD_MONEY = 16;
    static final int LOAD_MONEY_FIXED = 17;
    static final int LOAD_MISSING = 18;
    /** Trend a of the rule. */
    static final int TREND = 19;
    /** A field of another event: a counts those that are read. */
    static final int LOAD_OTHER = 20;
    /** Whether another event is there: a counts those that are asked for. Missing where it is not. */
    static final int EVENT = 21;
    /** An aggregate of a step's events: a counts them. */
    static final int STEP = 22;
    /** Part a of the key. */
    static final int LOAD_KEY = 23;
    /** A column of a table's row: a counts the look-ups. */
    static final int LOOK_UP = 25;

    static final int UNARY = 30;
    static final int NOT = 30;
    static final int LONG_TO_DECIMAL = 31;
    static final int LONG_TO_DOUBLE = 32;
    static final int DECIMAL_TO_DOUBLE = 33;
    static final int DECIMAL_TO_LONG = 34;
    static final int DOUBLE_TO_DECIMAL = 35;
    static final int LONG_NEGATE = 36;
    static final int DOUBLE_NEGATE = 37;
    static final int DECIMAL_NEGATE = 38;
    static final int LONG_ABS = 39;
    static final int DOUBLE_ABS = 40;
    static final int DECIMAL_ABS = 41;
    static final int CURRENCY_OF = 42;
    static final int LENGTH = 43;
    static final int HOUR = 44;
    static final int WEEKDAY = 45;
    static final int IN = 46;
    static final int MATCHES = 47;
    static final int HOUR_IN = 48;
    static final int WEEKDAY_IN = 49;
    static final int DATE_IN = 50;
    static final int LIST_LENGTH = 51;
    static final int CONVERT = 52;

    static final int BINARY = 60;
    static final int LONG_ADD = 60;
    static final int LONG_SUBTRACT = 61;
    static final int LONG_MULTIPLY = 62;
    static final int LONG_REMAINDER = 63;
    static final int DOUBLE_ADD = 64;
    static final int DOUBLE_SUBTRACT = 65;
    static final int DOUBLE_MULTIPLY = 66;
    static final int DOUBLE_DIVIDE = 67;
    static final int DOUBLE_REMAINDER = 68;
    static final int DECIMAL_ADD = 69;
    static final int DECIMAL_SUBTRACT = 70;
    static final int DECIMAL_MULTIPLY = 71;
    static final int DECIMAL_DIVIDE = 72;
    static final int DECIMAL_REMAINDER = 73;
    static final int SAME_CURRENCY = 74;
    static final int COMPARE_LONG = 75;
    static final int COMPARE_DOUBLE = 76;
    static final int COMPARE_DECIMAL = 77;
    static final int COMPARE_MONEY = 78;
    static final int COMPARE_TEXT = 79;
    static final int EQUAL_TEXT = 80;
    static final int EQUAL_GEO = 81;
    static final int CONTAINS = 82;
    static final int STARTS_WITH = 83;
    static final int ENDS_WITH = 84;
    static final int DISTANCE = 85;
    static final int SPEED = 86;
    static final int ELAPSED = 87;
    static final int AMONG = 88;

    private Op() {}
}
