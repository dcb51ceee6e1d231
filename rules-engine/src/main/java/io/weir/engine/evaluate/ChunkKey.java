package io.weir.engine.evaluate;

/**
 * Which chunk of a key it is.
 *
 * @param series the series' name
 * @param number by the indexes of its events
 */
public record ChunkKey(long series, long number) {}
