package io.weir.engine.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** A raw event: version, origin, coordinates, time, its bytes, and why it is unreadable. */
public final class RawEventSerializer extends WeirSerializer<RawEvent> {

    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;
    private static final Origin NOWHERE = new Origin("", "", "", 0);

    // Neighbouring events mostly have one origin: it is then neither encoded nor decoded anew.
    private transient @Nullable Origin lastWritten;
    private transient byte @Nullable [] lastWrittenBytes;
    private transient @Nullable Origin lastRead;
    private transient byte @Nullable [] lastReadBytes;

    @Override
    public TypeSerializer<RawEvent> duplicate() {
        return new RawEventSerializer();
    }

    @Override
    public RawEvent createInstance() {
        return RawEvent.of(NOWHERE, 0, 0, 0, new byte[0]);
    }

    @Override
    public void serialize(RawEvent event, DataOutputView target) throws IOException {
        target.writeByte(VERSION);
        byte[] origin = bytesOf(event.origin());
        target.writeShort(origin.length);
        target.write(origin);
        target.writeInt(event.partition());
        target.writeLong(event.offset());
        target.writeLong(event.time());
        target.writeInt(event.value().length);
        target.write(event.value());
        target.writeBoolean(event.unreadable() != null);
        if (event.unreadable() != null) {
            target.writeUTF(event.unreadable());
        }
    }

    @Override
    public RawEvent deserialize(DataInputView source) throws IOException {
        checkVersion(source.readByte(), VERSION, "raw event");
        Origin origin = originOf(readBytes(source, source.readUnsignedShort()));
        int partition = source.readInt();
        long offset = source.readLong();
        long time = source.readLong();
        byte[] value = readBytes(source, source.readInt());
        String unreadable = source.readBoolean() ? source.readUTF() : null;
        return new RawEvent(origin, partition, offset, time, value, unreadable);
    }

    private byte[] bytesOf(Origin origin) throws IOException {
        if (lastWrittenBytes == null || !origin.equals(lastWritten)) {
            lastWrittenBytes = encode(origin);
            lastWritten = origin;
        }
        return lastWrittenBytes;
    }

    private Origin originOf(byte[] bytes) throws IOException {
        if (lastRead == null || !Arrays.equals(bytes, lastReadBytes)) {
            lastRead = decode(bytes);
            lastReadBytes = bytes;
        }
        return lastRead;
    }

    private static byte[] encode(Origin origin) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeUTF(origin.tenant());
        out.writeUTF(origin.stream());
        out.writeUTF(origin.topic());
        out.writeLong(origin.latenessMillis());
        out.writeShort(origin.columns().size());
        for (String column : origin.columns()) {
            out.writeUTF(column);
        }
        if (origin.backfill() > 0) {
            out.writeLong(origin.backfill());
        }
        return out.getCopyOfBuffer();
    }

    private static Origin decode(byte[] bytes) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        String tenant = in.readUTF();
        String stream = in.readUTF();
        String topic = in.readUTF();
        long lateness = in.readLong();
        int count = in.readUnsignedShort();
        List<String> columns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            columns.add(in.readUTF());
        }
        long backfill = in.available() > 0 ? in.readLong() : 0;
        return new Origin(tenant, stream, topic, lateness, columns, backfill);
    }

    @Override
    public TypeSerializerSnapshot<RawEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Of {@link RawEventSerializer}. */
    public static final class Snapshot extends WeirSnapshot<RawEvent> {
        public Snapshot() {
            super(new RawEventSerializer());
        }
    }
}
