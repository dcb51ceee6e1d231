package io.weir.engine.evaluate;

/**
 * A row of a table that could not be read.
 *
 * @param value as it came
 */
public record UnreadableRow(String topic, int partition, long offset, byte[] value, String reason) {}
