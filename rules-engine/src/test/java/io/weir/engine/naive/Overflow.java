package io.weir.engine.naive;

/** An int that does not fit: an error of the rule, which then does nothing. */
final class Overflow extends RuntimeException {

    private static final long serialVersionUID = 1;

    Overflow(ArithmeticException cause) {
        super(cause);
    }
}
