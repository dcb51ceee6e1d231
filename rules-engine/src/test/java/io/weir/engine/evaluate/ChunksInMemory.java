package io.weir.engine.evaluate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chunks beside a key's state, for where nothing stores them. */
final class ChunksInMemory implements Chunks {

    private final Map<ChunkKey, byte[]> chunks;

    ChunksInMemory() {
        this(new HashMap<>());
    }

    private ChunksInMemory(Map<ChunkKey, byte[]> chunks) {
        this.chunks = chunks;
    }

    ChunksInMemory copy() {
        return new ChunksInMemory(new HashMap<>(chunks));
    }

    int size() {
        return chunks.size();
    }

    @Override
    public byte @Nullable [] get(long series, long number) {
        return chunks.get(new ChunkKey(series, number));
    }

    @Override
    public void put(long series, long number, byte[] chunk) {
        chunks.put(new ChunkKey(series, number), chunk);
    }

    @Override
    public void remove(long series, long number) {
        chunks.remove(new ChunkKey(series, number));
    }
}
