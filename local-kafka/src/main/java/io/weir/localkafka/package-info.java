/**
 * A real Kafka broker on this machine, from Maven's jars alone: for the demo and for integration tests. It runs as a process of
 * its own, so that it can be stopped and started like any broker, and ends with the JVM that started it.
 */
@NullMarked
package io.weir.localkafka;

import org.jspecify.annotations.NullMarked;
