package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A key's state as bytes: stored, so every version that was ever written stays readable. */
public final class KeyStateCodec {

    /** Series were the only parts. */
    private static final int SERIES_ALONE = 1;

    /** Series that have chunks, and panes, came with the third; what was there before has the form that it had. */
    private static final int VERSION = 3;

    private KeyStateCodec() {}

    public static void write(KeyState state, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(state.clock());
        Varints.write(out, state.parts().size());
        for (KeyPart part : state.parts()) {
            PartCodec.write(part, out);
        }
        Varints.write(out, state.throttles().size());
        for (Throttle throttle : state.throttles()) {
            out.writeLong(throttle.name);
            out.writeLong(throttle.lastSent());
            Varints.write(out, throttle.period());
            Varints.write(out, throttle.suppressed());
        }
    }

    public static KeyState read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version < SERIES_ALONE || version > VERSION) {
            throw new IOException("A key's state of version " + version + ", but this program reads up to " + VERSION
                    + " (OPERATOR: run the program that wrote it, or a newer one)");
        }
        KeyState state = new KeyState();
        state.touch(in.readLong());
        for (int i = Varints.readCount(in); i > 0; i--) {
            state.add(version == SERIES_ALONE ? SeriesCodec.readFirstVersion(in) : PartCodec.read(in));
        }
        for (int i = Varints.readCount(in); i > 0; i--) {
            state.add(new Throttle(in.readLong(), in.readLong(), Varints.read(in), Varints.read(in)));
        }
        return state;
    }

    /** A state of its own, that shares nothing that changes. */
    public static KeyState copy(KeyState state) {
        KeyState copy = new KeyState();
        copy.touch(state.clock());
        state.parts().forEach(part -> copy.add(part.copy()));
        state.throttles().forEach(throttle -> copy.add(throttle.copy()));
        return copy;
    }
}
