package io.weir.engine.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule saw besides its sequence at the last event of a match that is not reported yet.
 *
 * @param values its lets, aggregates, scores and trends, see {@link TriggerValues}
 * @param previous the events that it looked back at; null where there was none
 */
record HeldValues(List<byte[]> values, List<byte @Nullable []> previous) {}
