package io.weir.engine.evaluate;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fires.
 *
 * @param program holds what the rule's lets, aggregates and scores are
 * @param key null for a rule without one
 * @param time in milliseconds: the event's, or the moment's at which it fires without one
 * @param events that made it fire, oldest first; none where time alone did
 * @param given the key's last events that the prompt of an alert sees, by the alert's place among the rule's
 * @param raw the bytes of the event, as it came; null where nothing passes it on
 */
record Firing(
        Epoch epoch,
        LoadedRule rule,
        Program program,
        @Nullable Key key,
        long time,
        List<Row> events,
        IntFunction<List<Row>> given,
        byte @Nullable [] raw) {}
