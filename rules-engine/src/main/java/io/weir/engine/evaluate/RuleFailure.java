package io.weir.engine.evaluate;

/** A rule that could not be evaluated for an event; counted, and too many quarantine it. */
public final class RuleFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuleFailure(String reason) {
        super(reason, null, false, false);
    }
}
