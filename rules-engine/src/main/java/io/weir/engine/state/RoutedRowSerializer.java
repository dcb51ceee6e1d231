package io.weir.engine.state;

import io.weir.engine.evaluate.Fill;
import io.weir.engine.evaluate.Key;
import io.weir.engine.evaluate.RoutedRow;
import io.weir.engine.evaluate.Row;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A routed row: version, key, tenant, epoch, targets, row; in version 2 also the event's bytes, where a rule may pass it on; in version 3
 * instead what it fills, where it is of the past.
 */
public final class RoutedRowSerializer extends WeirSerializer<RoutedRow> {

    private static final long serialVersionUID = 1L;
    private static final int WITHOUT_RAW = 1;
    private static final int WITH_RAW = 2;
    private static final int VERSION = 3;

    private final KeySerializer keys = new KeySerializer();
    private final RowSerializer rows = new RowSerializer();
    private transient String lastTenant = "";

    @Override
    public TypeSerializer<RoutedRow> duplicate() {
        return new RoutedRowSerializer();
    }

    @Override
    public RoutedRow createInstance() {
        return new RoutedRow(keys.createInstance(), "", 0, new long[0], rows.createInstance(), null);
    }

    @Override
    public void serialize(RoutedRow row, DataOutputView target) throws IOException {
        byte[] raw = row.raw();
        Fill fill = row.fill();
        target.writeByte(fill != null ? VERSION : raw == null ? WITHOUT_RAW : WITH_RAW);
        keys.serialize(row.key(), target);
        target.writeUTF(row.tenant());
        target.writeLong(row.epoch());
        target.writeInt(row.passed().length);
        for (long bits : row.passed()) {
            target.writeLong(bits);
        }
        rows.serialize(row.row(), target);
        if (fill != null) {
            target.writeLong(fill.backfill());
            target.writeLong(fill.after());
        } else if (raw != null) {
            target.writeInt(raw.length);
            target.write(raw);
        }
    }

    @Override
    public RoutedRow deserialize(DataInputView source) throws IOException {
        int version = source.readByte();
        checkVersion(version, VERSION, "routed row");
        Key key = keys.deserialize(source);
        String tenant = sameText(source.readUTF());
        long epoch = source.readLong();
        long[] passed = new long[source.readInt()];
        for (int i = 0; i < passed.length; i++) {
            passed[i] = source.readLong();
        }
        Row row = rows.deserialize(source);
        byte[] raw = version == WITH_RAW ? readBytes(source, source.readInt()) : null;
        Fill fill = version == VERSION ? new Fill(source.readLong(), source.readLong()) : null;
        return new RoutedRow(key, tenant, epoch, passed, row, raw, fill);
    }

    /** Rows that wait in memory share their tenant's name. */
    private String sameText(String tenant) {
        if (!tenant.equals(lastTenant)) {
            lastTenant = tenant;
        }
        return lastTenant;
    }

    @Override
    public TypeSerializerSnapshot<RoutedRow> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Of {@link RoutedRowSerializer}. */
    public static final class Snapshot extends WeirSnapshot<RoutedRow> {
        public Snapshot() {
            super(new RoutedRowSerializer());
        }
    }
}
