package io.weir.benchmarks.job;

/** An alert, as far as the two jobs and the oracle must agree on it. */
record Finding(String userId, long time, long count, long suppressed) {}
