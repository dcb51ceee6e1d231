package io.weir.benchmarks.harness;

/** One of the things that are compared. */
public record Contender(String name, Workload workload) {}
