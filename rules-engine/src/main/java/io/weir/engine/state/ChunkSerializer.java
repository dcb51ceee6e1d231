package io.weir.engine.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Older events of a series: version, then the bytes, which say themselves how to read them. They are never changed. */
public final class ChunkSerializer extends WeirSerializer<byte[]> {

    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;

    @Override
    public byte[] createInstance() {
        return new byte[0];
    }

    @Override
    public void serialize(byte[] chunk, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        target.writeInt(chunk.length);
        target.write(chunk);
    }

    @Override
    public byte[] deserialize(DataInputView source) throws IOException {
        checkVersion(source.readByte(), VERSION, "chunk");
        return readBytes(source, source.readInt());
    }

    @Override
    public TypeSerializerSnapshot<byte[]> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Of {@link ChunkSerializer}. */
    public static final class Snapshot extends WeirSnapshot<byte[]> {
        public Snapshot() {
            super(new ChunkSerializer());
        }
    }
}
