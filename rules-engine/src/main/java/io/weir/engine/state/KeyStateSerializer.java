package io.weir.engine.state;

import io.weir.engine.evaluate.KeyState;
import io.weir.engine.evaluate.KeyStateCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A key's state, as {@link KeyStateCodec} writes it. */
public final class KeyStateSerializer extends WeirSerializer<KeyState> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public KeyState createInstance() {
        return new KeyState();
    }

    @Override
    public KeyState copy(KeyState from) {
        return KeyStateCodec.copy(from);
    }

    @Override
    public void serialize(KeyState state, DataOutputView target) throws IOException {
        KeyStateCodec.write(state, target);
    }

    @Override
    public KeyState deserialize(DataInputView source) throws IOException {
        return KeyStateCodec.read(source);
    }

    @Override
    public TypeSerializerSnapshot<KeyState> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Of {@link KeyStateSerializer}. */
    public static final class Snapshot extends WeirSnapshot<KeyState> {
        public Snapshot() {
            super(new KeyStateSerializer());
        }
    }
}
