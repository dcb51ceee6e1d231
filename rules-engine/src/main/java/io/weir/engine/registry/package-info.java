/**
 * Where the schemas of Avro events come from: a schema registry over HTTP, as Confluent's is asked. What it has said once is kept.
 * Knows neither Kafka nor Flink.
 */
@NullMarked
package io.weir.engine.registry;

import org.jspecify.annotations.NullMarked;
