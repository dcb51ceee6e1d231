package io.weir.engine.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A record on its way to Kafka: version, topic, key or none, value, headers. */
public final class OutRecordSerializer extends WeirSerializer<OutRecord> {

    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;

    @Override
    public OutRecord createInstance() {
        return new OutRecord("", null, new byte[0], List.of());
    }

    @Override
    public void serialize(OutRecord record, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        target.writeUTF(record.topic());
        byte[] key = record.key();
        target.writeInt(key == null ? -1 : key.length);
        if (key != null) {
            target.write(key);
        }
        target.writeInt(record.value().length);
        target.write(record.value());
        target.writeShort(record.headers().size());
        for (OutRecord.Header header : record.headers()) {
            target.writeUTF(header.name());
            target.writeInt(header.value().length);
            target.write(header.value());
        }
    }

    @Override
    public OutRecord deserialize(DataInputView source) throws IOException {
        checkVersion(source.readByte(), VERSION, "record");
        String topic = source.readUTF();
        int keyLength = source.readInt();
        byte[] key = keyLength < 0 ? null : readBytes(source, keyLength);
        byte[] value = readBytes(source, source.readInt());
        int count = source.readUnsignedShort();
        List<OutRecord.Header> headers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            headers.add(new OutRecord.Header(source.readUTF(), readBytes(source, source.readInt())));
        }
        return new OutRecord(topic, key, value, headers);
    }

    @Override
    public TypeSerializerSnapshot<OutRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Of {@link OutRecordSerializer}. */
    public static final class Snapshot extends WeirSnapshot<OutRecord> {
        public Snapshot() {
            super(new OutRecordSerializer());
        }
    }
}
