package io.weir.benchmarks.job;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The rule as an expert writes it for Flink when it is the only one, and will not change. */
final class HandWrittenJob implements MeasuredJob {

    private static final TypeInformation<Attempt> ATTEMPT = new OwnType<>(Attempt.class, new AttemptSerializer());
    private static final TypeInformation<Finding> FINDING = new OwnType<>(Finding.class, new FindingSerializer());

    @Override
    public String name() {
        return "written by hand";
    }

    @Override
    public void build(StreamExecutionEnvironment env, long events) {
        FeedSource.read(env, events, new AttemptReader(), ATTEMPT)
                .keyBy(Attempt::userId, Types.STRING)
                .process(new FailedLogins(), FINDING)
                .uid("rule")
                .sinkTo(new Findings<>(List::of))
                .uid("out");
    }
}
