/**
 * How fast Weir is, against what else one could have done. Each table is a {@link io.weir.benchmarks.Benchmark} that checks its
 * results against something independent before it times anything. Outside the default build; {@code run.sh} is the door.
 */
@NullMarked
package io.weir.benchmarks;

import org.jspecify.annotations.NullMarked;
