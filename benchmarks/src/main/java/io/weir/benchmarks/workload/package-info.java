/** What is measured upon: events drawn from a seed, the same in every run, and how each contender wants to see them. */
@NullMarked
package io.weir.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
