package io.weir.engine.state;

import io.weir.engine.evaluate.ChunkKey;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Which chunk it is: version, series, number. */
public final class ChunkKeySerializer extends WeirSerializer<ChunkKey> {

    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;

    @Override
    public ChunkKey createInstance() {
        return new ChunkKey(0, 0);
    }

    @Override
    public void serialize(ChunkKey key, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        target.writeLong(key.series());
        target.writeLong(key.number());
    }

    @Override
    public ChunkKey deserialize(DataInputView source) throws IOException {
        checkVersion(source.readByte(), VERSION, "chunk's key");
        return new ChunkKey(source.readLong(), source.readLong());
    }

    @Override
    public TypeSerializerSnapshot<ChunkKey> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Of {@link ChunkKeySerializer}. */
    public static final class Snapshot extends WeirSnapshot<ChunkKey> {
        public Snapshot() {
            super(new ChunkKeySerializer());
        }
    }
}
