package io.weir.benchmarks.job;

import java.util.List;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Only makes the events and throws them away: what both jobs pay for being measured without Kafka. */
final class SourceAlone implements MeasuredJob {

    @Override
    public String name() {
        return "the source alone, nothing read";
    }

    @Override
    public void build(StreamExecutionEnvironment env, long events) {
        FeedSource.read(env, events, new Unread(), PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
                .sinkTo(new Findings<>(event -> List.of()))
                .uid("out");
    }

    private static final class Unread implements EventReader<byte[]> {

        private static final long serialVersionUID = 1L;

        @Override
        public byte[] read(byte[] value, int partition, long offset) {
            return value;
        }

        @Override
        public long timeOf(byte[] event) {
            return 0;
        }
    }
}
