package io.weir.engine.evaluate;

/**
 * Marks a routed row as one of the past that fills windows and does nothing else.
 *
 * @param backfill the one that it belongs to; see {@link io.weir.dsl.contract.Change#backfill}
 * @param after it is put in its place when everything up to this event time has happened
 */
public record Fill(long backfill, long after) {}
