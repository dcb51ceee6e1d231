package io.weir.engine.evaluate;

import io.weir.dsl.plan.AlertAction;
import io.weir.dsl.plan.EmitAction;
import java.util.List;

/** An action with what fills it, in the program of its rule. */
sealed interface LoadedAction {

    /**
     * Sends an alert.
     *
     * @param index its place among the rule's alerts: names it to its throttle and in its id
     */
    record Alerting(int index, AlertAction plan, Program.Entry text) implements LoadedAction {}

    /** Sends an event of the rule's making. */
    record Emitting(EmitAction plan, List<Program.Entry> values) implements LoadedAction {}
}
