package io.weir.engine.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * Where the series of one key keep older events, in chunks: each is written once, when it is full, and read when a window's edge comes
 * to it.
 */
public interface Chunks {

    /** Null where there is none. */
    byte @Nullable [] get(long series, long number);

    void put(long series, long number, byte[] chunk);

    void remove(long series, long number);
}
