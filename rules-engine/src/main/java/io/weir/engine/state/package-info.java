/**
 * What crosses the network and what is kept, as Flink's serializers see it: each with a version as its first byte, never Kryo, never
 * reflection. What the bytes mean is said by the types in {@code evaluate}.
 */
@NullMarked
package io.weir.engine.state;

import org.jspecify.annotations.NullMarked;
