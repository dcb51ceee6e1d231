package io.weir.engine.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A control record: version, offset, key, value. */
public final class ControlMessageSerializer extends WeirSerializer<ControlMessage> {

    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;

    @Override
    public ControlMessage createInstance() {
        return new ControlMessage(0, new byte[0], new byte[0]);
    }

    @Override
    public void serialize(ControlMessage message, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        target.writeLong(message.offset());
        target.writeInt(message.key().length);
        target.write(message.key());
        target.writeInt(message.value().length);
        target.write(message.value());
    }

    @Override
    public ControlMessage deserialize(DataInputView source) throws IOException {
        checkVersion(source.readByte(), VERSION, "control record");
        long offset = source.readLong();
        byte[] key = readBytes(source, source.readInt());
        return new ControlMessage(offset, key, readBytes(source, source.readInt()));
    }

    @Override
    public TypeSerializerSnapshot<ControlMessage> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Of {@link ControlMessageSerializer}. */
    public static final class Snapshot extends WeirSnapshot<ControlMessage> {
        public Snapshot() {
            super(new ControlMessageSerializer());
        }
    }
}
