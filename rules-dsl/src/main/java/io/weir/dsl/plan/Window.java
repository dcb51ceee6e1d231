package io.weir.dsl.plan;

import java.time.Duration;

/** Which of a key's events an aggregate reads, seen from the event at hand at time t. */
public sealed interface Window {

    /** Events in (t − length, t], in order, the event at hand included or not. */
    record Time(Duration length, boolean includesCurrent) implements Window {}
}
