package io.weir.engine.evaluate;

/** Takes what rules do, as they do it. */
@FunctionalInterface
public interface OutcomeSink {

    void outcome(Outcome outcome);
}
