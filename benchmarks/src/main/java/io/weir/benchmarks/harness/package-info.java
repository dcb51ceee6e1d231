/**
 * Measures things in turn, A B A B …, in one process, and tells their ratios: the machines are shared, so that a figure alone
 * says little and a quotient of neighbours says a lot. Costs are CPU time of the whole process, garbage collection included. Knows
 * nothing of what it measures.
 */
@NullMarked
package io.weir.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
