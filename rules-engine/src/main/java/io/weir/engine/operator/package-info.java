/**
 * The two operators that evaluate events, and the topology around them. They order what arrives, pick each event's epoch, hold event
 * time while a publish is between its phases, and move data in and out of state; what rules mean is in {@code evaluate}. Ordering,
 * epochs and holds are plain classes; {@link io.weir.engine.operator.EvaluationTopology} is the door.
 */
@NullMarked
package io.weir.engine.operator;

import org.jspecify.annotations.NullMarked;
