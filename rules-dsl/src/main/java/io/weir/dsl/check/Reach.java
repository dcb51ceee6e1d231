package io.weir.dsl.check;

import java.util.List;

/**
 * From where a sequence is looked at.
 *
 * @param at the step whose {@code where} it is; behind the last one for all else
 * @param atHand which of the rule's events the one at hand may be
 */
record Reach(Steps steps, int at, List<Watched> atHand) {

    /** From the {@code where} of a step: the event at hand is the one that may become its next. */
    static Reach of(Steps steps, StepSymbol step) {
        return new Reach(steps, step.index(), step.streams());
    }

    /** From what is asked of a whole match: the event at hand is its last. */
    static Reach ofMatch(Steps steps) {
        return new Reach(steps, steps.size(), steps.last());
    }

    /** From a {@code let}, which may be asked at any step. */
    static Reach ofLets(Steps steps, List<Watched> watched) {
        return new Reach(steps, steps.size(), watched);
    }

    boolean isOfStep() {
        return at < steps.size();
    }

    boolean isOwn(StepSymbol step) {
        return step.index() == at;
    }
}
