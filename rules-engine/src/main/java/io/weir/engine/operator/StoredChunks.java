package io.weir.engine.operator;

import io.weir.engine.evaluate.ChunkKey;
import io.weir.engine.evaluate.Chunks;
import java.io.IOError;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/** The chunks of the operator's current key, in its state. */
final class StoredChunks implements Chunks {

    private final MapState<ChunkKey, byte[]> state;

    StoredChunks(MapState<ChunkKey, byte[]> state) {
        this.state = state;
    }

    @Override
    public byte @Nullable [] get(long series, long number) {
        try {
            return state.get(new ChunkKey(series, number));
        } catch (Exception e) {
            throw failed(e);
        }
    }

    @Override
    public void put(long series, long number, byte[] chunk) {
        try {
            state.put(new ChunkKey(series, number), chunk);
        } catch (Exception e) {
            throw failed(e);
        }
    }

    @Override
    public void remove(long series, long number) {
        try {
            state.remove(new ChunkKey(series, number));
        } catch (Exception e) {
            throw failed(e);
        }
    }

    /** No rule's failure: the task has to fail. */
    private static IOError failed(Exception e) {
        return new IOError(e);
    }
}
