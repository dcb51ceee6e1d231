package io.weir.dsl.plan;

import java.time.Duration;

/** When a rule is evaluated. */
public sealed interface Timing {

    /** For each event of the streams that it watches. */
    record EachEvent() implements Timing {}

    /** At each UTC-aligned boundary, for each key with an event in the windows that the rule reads. */
    record Every(Duration length) implements Timing {}

    /** When so much time has passed since the key's last event. */
    record SessionEnd(Duration gap) implements Timing {}
}
