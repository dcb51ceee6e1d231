/**
 * Evaluates events against rules, in plain Java. Event bytes become a {@link io.weir.engine.evaluate.Row}; an
 * {@link io.weir.engine.evaluate.EpochCompiler} makes an {@link io.weir.engine.evaluate.Epoch} of a release; a
 * {@link io.weir.engine.evaluate.Router} finds the keys that a row concerns, a {@link io.weir.engine.evaluate.KeyEvaluator} decides
 * for one key. Knows nothing of Flink: whoever calls keeps the state, the order and the time. Nothing here is thread-safe.
 */
@NullMarked
package io.weir.engine.evaluate;

import org.jspecify.annotations.NullMarked;
