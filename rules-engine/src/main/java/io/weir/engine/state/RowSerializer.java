package io.weir.engine.state;

import io.weir.engine.evaluate.Row;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A row: version, length, its bytes. */
public final class RowSerializer extends WeirSerializer<Row> {

    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;

    @Override
    public Row createInstance() {
        return new Row(new byte[0]);
    }

    @Override
    public void serialize(Row row, DataOutputView target) throws IOException {
        byte[] bytes = row.bytes();
        target.writeByte(VERSION);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public Row deserialize(DataInputView source) throws IOException {
        checkVersion(source.readByte(), VERSION, "row");
        return new Row(readBytes(source, source.readInt()));
    }

    @Override
    public TypeSerializerSnapshot<Row> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Of {@link RowSerializer}. */
    public static final class Snapshot extends WeirSnapshot<Row> {
        public Snapshot() {
            super(new RowSerializer());
        }
    }
}
