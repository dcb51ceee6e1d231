package io.weir.benchmarks.job;

import java.io.Serializable;

/** What a job makes of a record in its source, as a Kafka deserializer does. */
interface EventReader<T> extends Serializable {

    /** Once in each task, before the first record. */
    default void open() {}

    T read(byte[] value, int partition, long offset) throws Exception;

    /** In milliseconds. */
    long timeOf(T event);
}
