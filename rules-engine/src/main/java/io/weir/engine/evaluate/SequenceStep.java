package io.weir.engine.evaluate;

import io.weir.dsl.plan.Sequence;
import java.util.BitSet;

/** A step as it is searched for. */
final class SequenceStep {

    final int least;
    final int most;
    final boolean forbidden;
    /** Whether its condition is the same for all attempts. */
    final boolean alone;

    private final BitSet streams = new BitSet();

    SequenceStep(Sequence.Step step, boolean alone) {
        this.least = step.least();
        this.most = step.most();
        this.forbidden = step.forbidden();
        this.alone = alone;
        step.streams().forEach(streams::set);
    }

    /** Whether it matches events of the stream at that place of the rule's {@code on}. */
    boolean takes(int stream) {
        return streams.isEmpty() || streams.get(stream);
    }

    /** Whether a match may have none of it. */
    boolean mayBeEmpty() {
        return forbidden || least == 0;
    }

    /** Whether so many of it can be all. */
    boolean isEnough(int count) {
        return count >= least;
    }

    boolean isFull(int count) {
        return count >= most;
    }

    /** Counts that no future tells apart are one. */
    int distinguished(int count) {
        return most == Sequence.Step.UNBOUNDED ? Math.min(count, least) : count;
    }
}
