package io.weir.dsl.check;

import io.weir.dsl.plan.Sequence;
import io.weir.dsl.syntax.Body;
import java.util.List;

/**
 * A step of a rule's sequence.
 *
 * @param streams which of the rule's events it can match; none where it has a mistake there
 */
record StepSymbol(int index, Body.Step source, List<Watched> streams) {

    StepSymbol {
        streams = List.copyOf(streams);
    }

    String name() {
        return source.name().text();
    }

    boolean forbidden() {
        return source.forbidden();
    }

    int least() {
        return source.quantifier() == null ? 1 : source.quantifier().least();
    }

    int most() {
        Body.Quantifier quantifier = source.quantifier();
        Integer most = quantifier == null ? Integer.valueOf(1) : quantifier.most();
        return most == null ? Sequence.Step.UNBOUNDED : most;
    }

    /** True where a match may have no event of it. */
    boolean mayBeEmpty() {
        return forbidden() || least() == 0;
    }
}
