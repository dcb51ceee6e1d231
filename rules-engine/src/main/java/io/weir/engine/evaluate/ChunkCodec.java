package io.weir.engine.evaluate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Events in a row as bytes: the first one's index, its place from there, then as {@link EventsCodec} has them; a chunk after its version. */
final class ChunkCodec {

    private static final int VERSION = 1;

    private ChunkCodec() {}

    static byte[] write(Events events) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(events.size() * 8);
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            write(events, out);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Events read(SeriesKind kind, byte[] chunk) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(chunk));
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("A chunk of version " + version + ", but this program reads up to " + VERSION
                        + " (OPERATOR: run the program that wrote it, or a newer one)");
            }
            return read(kind, in);
        } catch (IOException e) {
            // No rule's failure: the task has to fail.
            throw new IOError(e);
        }
    }

    static void write(Events events, DataOutput out) throws IOException {
        Varints.write(out, events.first());
        Varints.writeSigned(out, events.place(events.first()) - events.first());
        EventsCodec.write(events, out);
    }

    static Events read(SeriesKind kind, DataInput in) throws IOException {
        Events events = new Events(kind, Varints.read(in), Varints.readSigned(in));
        EventsCodec.read(events, in);
        return events;
    }
}
