package io.weir.engine.evaluate;

import io.weir.dsl.contract.ControlState;
import io.weir.dsl.contract.Prepare;
import io.weir.dsl.contract.Release;
import io.weir.dsl.contract.StatusReport.RuleStatus;
import java.util.List;

/**
 * Makes epochs of releases. What did not change between two releases is compiled once, so a small release costs little whatever
 * the number of rules. It holds the rules' counters too: they go on from epoch to epoch.
 *
 * <p>One task of an operator has one; it, its epochs, and the routers and evaluators that use them belong to one thread.
 */
public final class EpochCompiler {

    public EpochCompiler(Scorers scorers) {}

    /** Never fails for what an artifact holds: that is quarantined in the epoch. */
    public Epoch compile(ControlState control, Release release) {
        throw new UnsupportedOperationException();
    }

    /** Compiles what a prepared publish would bring, so that its release costs little. */
    public Epoch prepare(ControlState control, Prepare prepare) {
        throw new UnsupportedOperationException();
    }

    /** Drops what only epochs before this one needed. */
    public void forgetBefore(String tenant, long epoch) {}

    /** One entry for each rule revision that was live, with its counters since the start. */
    public List<RuleStatus> statuses() {
        return List.of();
    }
}
