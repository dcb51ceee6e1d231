package io.weir.engine.state;

import io.weir.dsl.contract.ControlCodec;
import io.weir.dsl.contract.ControlRecord;

/**
 * A record of the control topic, as it stands there.
 *
 * @param offset its place: whoever has seen a higher one has seen this
 * @param value empty for a tombstone
 */
public record ControlMessage(long offset, byte[] key, byte[] value) {

    public static ControlMessage of(long offset, ControlRecord record) {
        return new ControlMessage(offset, ControlCodec.key(record), ControlCodec.value(record));
    }
}
