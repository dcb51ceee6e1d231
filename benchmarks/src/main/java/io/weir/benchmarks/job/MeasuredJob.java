package io.weir.benchmarks.job;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job over a number of the feed's events. */
interface MeasuredJob {

    String name();

    void build(StreamExecutionEnvironment env, long events);
}
