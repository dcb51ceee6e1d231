package io.weir.engine.evaluate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A key's state as bytes: stored, so every version that was ever written stays readable. */
public final class KeyStateCodec {

    private KeyStateCodec() {}

    public static void write(KeyState state, DataOutput out) throws IOException {
        throw new UnsupportedOperationException();
    }

    public static KeyState read(DataInput in) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** A state of its own, that shares nothing that changes. */
    public static KeyState copy(KeyState state) {
        throw new UnsupportedOperationException();
    }
}
