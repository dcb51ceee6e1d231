package io.weir.dsl.plan;

import java.time.Duration;

/** Which of a key's events an aggregate reads, seen from the event at hand at time t or, in a timed rule, from its boundary. */
public sealed interface Window {

    /**
     * Events in (t − length, t], in order, the event at hand included or not; for {@code every}, in [b − length, b) seen from the
     * boundary b.
     */
    record Time(Duration length, boolean includesCurrent) implements Window {}

    /** The last so many events that pass the aggregate's {@code where}, the event at hand among them or not. */
    record Events(int count, boolean includesCurrent) implements Window {}

    /** The session that has ended: from its first event on, until its end. */
    record Session() implements Window {}
}
