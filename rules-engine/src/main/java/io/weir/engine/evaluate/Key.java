package io.weir.engine.evaluate;

import java.util.Arrays;

/**
 * What state is kept by: a key spec of a tenant, and the values of its fields in one event. Equality, {@link #hashCode()} and bytes
 * are stored, so they never change.
 *
 * @param specHash see {@link KeyCodec#specHash}
 * @param values see {@link KeyCodec}
 */
public record Key(long specHash, byte[] values) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && specHash == key.specHash && Arrays.equals(values, key.values);
    }

    @Override
    public int hashCode() {
        return StableHash.of(specHash, values);
    }

    @Override
    public String toString() {
        return "Key(" + Long.toHexString(specHash) + ", " + KeyCodec.decode(values) + ")";
    }
}
