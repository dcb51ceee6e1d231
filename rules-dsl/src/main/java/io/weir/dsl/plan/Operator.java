package io.weir.dsl.plan;

/** The binary operators, with the words that the language writes them in. */
public enum Operator {
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    ADD("+"),
    SUBTRACT("-"),
    GREATER(">"),
    AT_LEAST(">="),
    LESS("<"),
    AT_MOST("<="),
    EQUAL("is"),
    NOT_EQUAL("is not"),
    CONTAINS("contains"),
    STARTS_WITH("starts with"),
    ENDS_WITH("ends with"),
    MATCHES("matches");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public boolean isArithmetic() {
        return ordinal() <= SUBTRACT.ordinal();
    }

    public boolean isComparison() {
        return ordinal() >= GREATER.ordinal() && ordinal() <= NOT_EQUAL.ordinal();
    }
}
