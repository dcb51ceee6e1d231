package io.weir.benchmarks.harness;

/** Work that can be done any number of times. */
@FunctionalInterface
public interface Workload {

    /** Does it that often, in a loop of its own; answers a sum over the results, so that none of the work can be left out. */
    long run(long repetitions) throws Exception;
}
