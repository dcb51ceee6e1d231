/**
 * The whole job with one keyed rule on Flink's mini cluster, against a job written by hand for that rule alone. Both read the same
 * events from memory, each with its own deserializer, and end in the same sink, which compares the alerts with an oracle's.
 */
@NullMarked
package io.weir.benchmarks.job;

import org.jspecify.annotations.NullMarked;
