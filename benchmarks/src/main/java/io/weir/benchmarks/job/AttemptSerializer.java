package io.weir.benchmarks.job;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Text, bool, long. */
final class AttemptSerializer extends OwnSerializer<Attempt> {

    private static final long serialVersionUID = 1L;

    @Override
    public Attempt createInstance() {
        return new Attempt("", false, 0);
    }

    @Override
    public void serialize(Attempt attempt, DataOutputView target) throws IOException {
        StringValue.writeString(attempt.userId(), target);
        target.writeBoolean(attempt.failed());
        target.writeLong(attempt.at());
    }

    @Override
    public Attempt deserialize(DataInputView source) throws IOException {
        return new Attempt(StringValue.readString(source), source.readBoolean(), source.readLong());
    }
}
