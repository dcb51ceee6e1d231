package io.weir.benchmarks.job;

/** All of a login that the hand-written job needs. */
record Attempt(String userId, boolean failed, long at) {}
