package io.weir.benchmarks.job;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Text and three longs. */
final class FindingSerializer extends OwnSerializer<Finding> {

    private static final long serialVersionUID = 1L;

    @Override
    public Finding createInstance() {
        return new Finding("", 0, 0, 0);
    }

    @Override
    public void serialize(Finding finding, DataOutputView target) throws IOException {
        StringValue.writeString(finding.userId(), target);
        target.writeLong(finding.time());
        target.writeLong(finding.count());
        target.writeLong(finding.suppressed());
    }

    @Override
    public Finding deserialize(DataInputView source) throws IOException {
        return new Finding(StringValue.readString(source), source.readLong(), source.readLong(), source.readLong());
    }
}
