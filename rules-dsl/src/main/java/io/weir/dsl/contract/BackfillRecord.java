package io.weir.dsl.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A record of the backfill topic, in one binary form: version, kind, tenant, backfill; of an event also its stream, topic, partition,
 * offset, time and bytes; of a beginning its bytes. The topic's readers keep it, so its form never changes: a newer one takes another
 * version.
 *
 * @param backfill see {@link Change#backfill}
 * @param place empty but for an event
 * @param value an event's bytes as they came; a beginning's {@link BackfillRange} as JSON; otherwise empty
 */
public record BackfillRecord(Kind kind, String tenant, long backfill, Place place, byte[] value) {

    private static final int VERSION = 1;
    private static final byte[] NOTHING = {};

    /** What it says; the order is stored. */
    public enum Kind {
        /** The range of events that follows. */
        BEGIN,
        EVENT,
        /** All have come. It may be repeated. */
        END
    }

    /**
     * Where an event was, and when.
     *
     * @param time event time in milliseconds
     */
    public record Place(String stream, String topic, int partition, long offset, long time) {
        static final Place NONE = new Place("", "", 0, 0, 0);
    }

    public static BackfillRecord begin(String tenant, long backfill, BackfillRange range) {
        return new BackfillRecord(Kind.BEGIN, tenant, backfill, Place.NONE, ContractJson.write(range));
    }

    public static BackfillRecord event(String tenant, long backfill, Place place, byte[] value) {
        return new BackfillRecord(Kind.EVENT, tenant, backfill, place, value);
    }

    public static BackfillRecord end(String tenant, long backfill) {
        return new BackfillRecord(Kind.END, tenant, backfill, Place.NONE, NOTHING);
    }

    /** Only of a beginning. */
    public BackfillRange range() {
        return ContractJson.read(value, BackfillRange.class);
    }

    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length + 96);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(kind.ordinal());
            out.writeUTF(tenant);
            out.writeLong(backfill);
            if (kind == Kind.EVENT) {
                out.writeUTF(place.stream());
                out.writeUTF(place.topic());
                out.writeInt(place.partition());
                out.writeLong(place.offset());
                out.writeLong(place.time());
            }
            out.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Kind kind(int ordinal) throws IOException {
        if (ordinal < 0 || ordinal >= Kind.values().length) {
            throw new IOException("a record of the unknown kind " + ordinal);
        }
        return Kind.values()[ordinal];
    }

    /** Fails with {@link UncheckedIOException} where the bytes are no such record. */
    public static BackfillRecord of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("a record of the backfill topic in version " + version);
            }
            Kind kind = kind(in.readByte());
            String tenant = in.readUTF();
            long backfill = in.readLong();
            Place place = kind == Kind.EVENT
                    ? new Place(in.readUTF(), in.readUTF(), in.readInt(), in.readLong(), in.readLong())
                    : Place.NONE;
            return new BackfillRecord(kind, tenant, backfill, place, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Not a record of the backfill topic: " + e.getMessage(), e);
        }
    }
}
