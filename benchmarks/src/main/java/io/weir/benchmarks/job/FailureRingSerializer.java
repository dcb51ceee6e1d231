package io.weir.benchmarks.job;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The first time whole, the others as the distance from it, which fits an int. */
final class FailureRingSerializer extends OwnSerializer<FailureRing> {

    private static final long serialVersionUID = 1L;

    @Override
    public FailureRing createInstance() {
        return new FailureRing();
    }

    /** It changes in place, so heap state needs a copy where a checkpoint still reads the old one. */
    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public FailureRing copy(FailureRing from) {
        FailureRing copy = new FailureRing();
        for (int i = 0; i < from.size(); i++) {
            copy.add(from.get(i));
        }
        copy.lastSent = from.lastSent;
        copy.suppressed = from.suppressed;
        copy.timerSet = from.timerSet;
        return copy;
    }

    @Override
    public void serialize(FailureRing ring, DataOutputView target) throws IOException {
        target.writeLong(ring.lastSent);
        target.writeInt(ring.suppressed);
        target.writeBoolean(ring.timerSet);
        target.writeShort(ring.size());
        if (!ring.isEmpty()) {
            long first = ring.get(0);
            target.writeLong(first);
            for (int i = 1; i < ring.size(); i++) {
                target.writeInt((int) (ring.get(i) - first));
            }
        }
    }

    @Override
    public FailureRing deserialize(DataInputView source) throws IOException {
        FailureRing ring = new FailureRing();
        ring.lastSent = source.readLong();
        ring.suppressed = source.readInt();
        ring.timerSet = source.readBoolean();
        int size = source.readUnsignedShort();
        if (size > 0) {
            long first = source.readLong();
            ring.add(first);
            for (int i = 1; i < size; i++) {
                ring.add(first + source.readInt());
            }
        }
        return ring;
    }
}
