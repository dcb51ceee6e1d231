package io.weir.engine.state;

import io.weir.engine.evaluate.Key;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A key: version, hash of its spec, its values. */
public final class KeySerializer extends WeirSerializer<Key> {

    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;

    @Override
    public Key createInstance() {
        return new Key(0, new byte[0]);
    }

    @Override
    public void serialize(Key key, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        target.writeLong(key.specHash());
        target.writeInt(key.values().length);
        target.write(key.values());
    }

    @Override
    public Key deserialize(DataInputView source) throws IOException {
        checkVersion(source.readByte(), VERSION, "key");
        long specHash = source.readLong();
        return new Key(specHash, readBytes(source, source.readInt()));
    }

    @Override
    public TypeSerializerSnapshot<Key> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Of {@link KeySerializer}. */
    public static final class Snapshot extends WeirSnapshot<Key> {
        public Snapshot() {
            super(new KeySerializer());
        }
    }
}
