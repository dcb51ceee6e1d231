/** What a record costs between two operators or in state: Weir's rows against the serializers that Flink brings. */
@NullMarked
package io.weir.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
